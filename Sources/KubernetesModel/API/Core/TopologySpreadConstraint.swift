/// How evenly pods must spread over a topology.
package struct TopologySpreadConstraint: APIStruct {
  package var maxSkew: Int32 = 0
  package var topologyKey: String = ""
  package var whenUnsatisfiable: String = ""
  package var labelSelector: LabelSelector?
  package var minDomains: Int32?
  package var nodeAffinityPolicy: String?
  package var nodeTaintsPolicy: String?
  package var matchLabelKeys: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("maxSkew", &maxSkew)
    fields.required("topologyKey", &topologyKey)
    fields.required("whenUnsatisfiable", &whenUnsatisfiable)
    fields.field("labelSelector", &labelSelector)
    fields.field("minDomains", &minDomains)
    fields.field("nodeAffinityPolicy", &nodeAffinityPolicy)
    fields.field("nodeTaintsPolicy", &nodeTaintsPolicy)
    fields.field("matchLabelKeys", &matchLabelKeys)
  }
}
