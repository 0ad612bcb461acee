/// Requirements that must all match a node.
package struct NodeSelectorTerm: APIStruct {
  package var matchExpressions: [NodeSelectorRequirement] = []
  package var matchFields: [NodeSelectorRequirement] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("matchExpressions", &matchExpressions)
    fields.field("matchFields", &matchFields)
  }
}

/// A requirement on one label or field of a node.
package struct NodeSelectorRequirement: APIStruct {
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
