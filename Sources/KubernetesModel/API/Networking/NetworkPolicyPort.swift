/// A port, or a range of ports, that traffic is allowed on.
package struct NetworkPolicyPort: APIStruct {
  package var `protocol`: String?
  package var port: IntOrString?
  package var endPort: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("protocol", &`protocol`)
    fields.field("port", &port)
    fields.field("endPort", &endPort)
  }
}
