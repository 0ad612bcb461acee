/// The health of the devices of one resource of a container.
package struct ResourceStatus: APIStruct {
  package var name: String = ""
  package var resources: [ResourceHealth] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("resources", &resources)
  }
}

/// The health of one device.
package struct ResourceHealth: APIStruct {
  package var resourceID: String = ""
  package var health: String = ""
  package var message: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("resourceID", &resourceID)
    fields.field("health", &health)
    fields.field("message", &message)
  }
}
