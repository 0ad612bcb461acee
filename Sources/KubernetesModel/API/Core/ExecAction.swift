/// A command run inside the container.
package struct ExecAction: APIStruct {
  package var command: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("command", &command)
  }
}
