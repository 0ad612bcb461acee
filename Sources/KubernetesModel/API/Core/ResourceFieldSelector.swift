/// A resource request or limit of a container.
package struct ResourceFieldSelector: APIStruct {
  package var containerName: String = ""
  package var resource: String = ""
  package var divisor = Quantity()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("containerName", &containerName)
    fields.required("resource", &resource)
    fields.field("divisor", &divisor)
  }
}
