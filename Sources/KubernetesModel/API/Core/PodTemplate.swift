/// A template for pods as an object of its own.
package struct PodTemplate: KubernetesObject {
  package static let kind = "PodTemplate"
  package static let apiVersion = "v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var template = PodTemplateSpec()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("template", &template)
  }
}
