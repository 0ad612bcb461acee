/// A reference to a secret in some namespace.
package struct SecretReference: APIStruct {
  package var name: String = ""
  package var namespace: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.field("namespace", &namespace)
  }
}
