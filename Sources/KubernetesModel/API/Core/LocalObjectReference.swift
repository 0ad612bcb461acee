/// A reference to an object in the same namespace.
package struct LocalObjectReference: APIStruct {
  package var name: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
  }
}
