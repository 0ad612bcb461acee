/// A selector over labels; absent selects nothing or everything, as its field says.
package struct LabelSelector: APIStruct {
  package var matchLabels: [String: String] = [:]
  package var matchExpressions: [LabelSelectorRequirement] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("matchLabels", &matchLabels)
    fields.field("matchExpressions", &matchExpressions)
  }
}

/// A requirement on one label.
package struct LabelSelectorRequirement: APIStruct {
  package var key: String = ""
  package var `operator`: String = ""
  package var values: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("key", &key)
    fields.required("operator", &`operator`)
    fields.field("values", &values)
  }
}
