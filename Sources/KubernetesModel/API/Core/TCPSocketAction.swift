/// Opening a TCP connection.
package struct TCPSocketAction: APIStruct {
  package var port: IntOrString = IntOrString.int(0)
  package var host: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("port", &port)
    fields.field("host", &host)
  }
}
