/// Configuration that only a driver understands.
package struct OpaqueDeviceConfiguration: APIStruct {
  package var driver: String = ""
  package var parameters = RawJSON()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("driver", &driver)
    fields.required("parameters", &parameters)
  }
}
