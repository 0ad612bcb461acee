/// The keys of a secret; its values never enter the model.
package struct Secret: KubernetesObject {
  package static let kind = "Secret"
  package static let apiVersion = "v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var immutable: Bool?
  package var data = KeyNames()
  package var stringData = KeyNames()
  package var type: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    // kubectl keeps the manifest there, with the values.
    metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"] = nil
    fields.field("immutable", &immutable)
    fields.field("data", &data)
    fields.field("stringData", &stringData)
    fields.field("type", &type)
  }
}
