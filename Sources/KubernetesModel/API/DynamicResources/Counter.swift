/// One counter that devices share.
package struct Counter: APIStruct {
  package var value = Quantity()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("value", &value)
  }
}
