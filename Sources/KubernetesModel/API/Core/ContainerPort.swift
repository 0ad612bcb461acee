/// A port that a container listens on.
package struct ContainerPort: APIStruct {
  package var name: String = ""
  package var hostPort: Int32 = 0
  package var containerPort: Int32 = 0
  package var `protocol`: String = ""
  package var hostIP: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.field("hostPort", &hostPort)
    fields.required("containerPort", &containerPort)
    fields.field("protocol", &`protocol`)
    fields.field("hostIP", &hostIP)
  }
}
