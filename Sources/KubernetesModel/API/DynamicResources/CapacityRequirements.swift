/// Capacities that a device must have.
package struct CapacityRequirements: APIStruct {
  package var requests: [String: Quantity] = [:]

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("requests", &requests)
  }
}
