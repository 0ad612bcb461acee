/// The topologies that a storage class provisions in.
package struct TopologySelectorTerm: APIStruct {
  package var matchLabelExpressions: [TopologySelectorLabelRequirement] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("matchLabelExpressions", &matchLabelExpressions)
  }
}

/// A topology label and the values that are allowed.
package struct TopologySelectorLabelRequirement: APIStruct {
  package var key: String = ""
  package var values: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("key", &key)
    fields.required("values", &values)
  }
}
