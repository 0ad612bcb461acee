/// A name for a priority of pods.
package struct PriorityClass: KubernetesObject {
  package static let kind = "PriorityClass"
  package static let apiVersion = "scheduling.k8s.io/v1"
  package static let isNamespaced = false

  package var metadata = ObjectMeta()
  package var value: Int32 = 0
  package var globalDefault: Bool = false
  package var description: String = ""
  package var preemptionPolicy: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.required("value", &value)
    fields.field("globalDefault", &globalDefault)
    fields.field("description", &description)
    fields.field("preemptionPolicy", &preemptionPolicy)
  }
}
