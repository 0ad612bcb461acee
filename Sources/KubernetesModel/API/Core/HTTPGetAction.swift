/// An HTTP request.
package struct HTTPGetAction: APIStruct {
  package var path: String = ""
  package var port: IntOrString = IntOrString.int(0)
  package var host: String = ""
  package var scheme: String = ""
  package var httpHeaders: [HTTPHeader] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("path", &path)
    fields.required("port", &port)
    fields.field("host", &host)
    fields.field("scheme", &scheme)
    fields.field("httpHeaders", &httpHeaders)
  }
}

/// A header of an HTTP request.
package struct HTTPHeader: APIStruct {
  package var name: String = ""
  package var value: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("value", &value)
  }
}
