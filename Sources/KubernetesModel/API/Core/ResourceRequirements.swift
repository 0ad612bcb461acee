/// Requests and limits, and the device claims that are used.
package struct ResourceRequirements: APIStruct {
  package var limits = ResourceList()
  package var requests = ResourceList()
  package var claims: [ContainerResourceClaim] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("limits", &limits)
    fields.field("requests", &requests)
    fields.field("claims", &claims)
  }
}

/// A claim of the pod that a container uses.
package struct ContainerResourceClaim: APIStruct {
  package var name: String = ""
  package var request: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("request", &request)
  }
}
