/// One test that a device must pass.
package struct DeviceSelector: APIStruct {
  package var cel: CELDeviceSelector?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("cel", &cel)
  }
}

/// A CEL expression that a device must satisfy.
package struct CELDeviceSelector: APIStruct {
  package var expression: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("expression", &expression)
  }
}
