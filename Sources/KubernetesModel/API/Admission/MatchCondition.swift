/// A CEL expression that must hold for a webhook to be asked.
package struct MatchCondition: APIStruct {
  package var name: String = ""
  package var expression: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("expression", &expression)
  }
}
