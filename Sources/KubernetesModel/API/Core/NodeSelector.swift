/// Terms of which one must match a node.
package struct NodeSelector: APIStruct {
  @Listed package var nodeSelectorTerms: [NodeSelectorTerm] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("nodeSelectorTerms", &_nodeSelectorTerms)
  }
}
