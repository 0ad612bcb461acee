/// A mark on a node that repels pods.
package struct Taint: APIStruct {
  package var key: String = ""
  package var value: String = ""
  package var effect: String = ""
  package var timeAdded: Timestamp?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("key", &key)
    fields.field("value", &value)
    fields.required("effect", &effect)
    fields.field("timeAdded", &timeAdded)
  }
}
