/// Pods, by selector and namespaces, and the topology that counts as near.
package struct PodAffinityTerm: APIStruct {
  package var labelSelector: LabelSelector?
  package var namespaces: [String] = []
  package var topologyKey: String = ""
  package var namespaceSelector: LabelSelector?
  package var matchLabelKeys: [String] = []
  package var mismatchLabelKeys: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("labelSelector", &labelSelector)
    fields.field("namespaces", &namespaces)
    fields.required("topologyKey", &topologyKey)
    fields.field("namespaceSelector", &namespaceSelector)
    fields.field("matchLabelKeys", &matchLabelKeys)
    fields.field("mismatchLabelKeys", &mismatchLabelKeys)
  }
}
