/// A template for claims for devices.
package struct ResourceClaimTemplate: KubernetesObject {
  package static let kind = "ResourceClaimTemplate"
  package static let apiVersion = "resource.k8s.io/v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = ResourceClaimTemplateSpec()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.required("spec", &spec)
  }
}

/// The metadata and the spec that claims for devices are made with.
package struct ResourceClaimTemplateSpec: APIStruct {
  package var metadata = ObjectMeta()
  package var spec = ResourceClaimSpec()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.required("spec", &spec)
  }
}
