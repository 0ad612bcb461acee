/// A metric by name and selector.
package struct MetricIdentifier: APIStruct {
  package var name: String = ""
  package var selector: LabelSelector?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("selector", &selector)
  }
}
