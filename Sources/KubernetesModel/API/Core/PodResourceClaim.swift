/// A claim for devices of a pod, by name or by template.
package struct PodResourceClaim: APIStruct {
  package var name: String = ""
  package var resourceClaimName: String?
  package var resourceClaimTemplateName: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("resourceClaimName", &resourceClaimName)
    fields.field("resourceClaimTemplateName", &resourceClaimTemplateName)
  }
}
