/// The target of a metric.
package struct MetricTarget: APIStruct {
  package var type: String = ""
  package var value: Quantity?
  package var averageValue: Quantity?
  package var averageUtilization: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.field("value", &value)
    fields.field("averageValue", &averageValue)
    fields.field("averageUtilization", &averageUtilization)
  }
}
