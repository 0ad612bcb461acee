/// Configuration by key; of binary entries only the keys are kept.
package struct ConfigMap: KubernetesObject {
  package static let kind = "ConfigMap"
  package static let apiVersion = "v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var immutable: Bool?
  package var data: [String: String] = [:]
  package var binaryData = KeyNames()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("immutable", &immutable)
    fields.field("data", &data)
    fields.field("binaryData", &binaryData)
  }
}
