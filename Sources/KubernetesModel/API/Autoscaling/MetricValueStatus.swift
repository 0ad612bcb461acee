/// The last value of a metric, in one of three forms.
package struct MetricValueStatus: APIStruct {
  package var value: Quantity?
  package var averageValue: Quantity?
  package var averageUtilization: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("value", &value)
    fields.field("averageValue", &averageValue)
    fields.field("averageUtilization", &averageUtilization)
  }
}
