/// A `NodeSelector`, ready to match nodes: terms of which one must match, with their errors kept for later.
package struct NodeMatcher: Hashable, Sendable {
  /// The terms that ask for something.
  package let terms: [NodeMatcherTerm]

  /// Reads all terms; `path` leads to the selector in messages.
  package init(_ selector: NodeSelector, at path: String? = nil) {
    let list = path.map { "\($0).nodeSelectorTerms" } ?? "nodeSelectorTerms"
    terms = selector.nodeSelectorTerms.enumerated().compactMap { index, term in
      NodeMatcherTerm(term, at: "\(list)[\(index)]")
    }
  }

  /// All that is wrong with the selector, in the API server's words; nil when nothing is.
  package var error: SelectorError? {
    let messages = terms.flatMap(\.messages)
    return messages.isEmpty ? nil : SelectorError(messages)
  }

  /// Whether a node is selected; a term that matches wins over errors in others, else the errors are thrown.
  package func matches(labels: [String: String], name: String) throws(SelectorError) -> Bool {
    var messages: [String] = []
    for term in terms {
      if term.matches(labels: labels, name: name) { return true }
      messages += term.messages
    }
    guard messages.isEmpty else { throw SelectorError(messages) }
    return false
  }

  /// Whether a node is selected, by its labels and its name.
  package func matches(_ node: Node) throws(SelectorError) -> Bool {
    try matches(labels: node.metadata.labels, name: node.metadata.name)
  }
}

/// One term of a node selector; all its requirements must hold.
package struct NodeMatcherTerm: Hashable, Sendable {
  private var labels = LabelMatcher.everything
  private var fields = FieldMatcher()
  /// What is wrong with the term; then it matches nothing.
  package private(set) var messages: [String] = []

  /// Nil for a term without requirements, which selects nothing.
  package init?(_ term: NodeSelectorTerm, at path: String) {
    guard !term.matchExpressions.isEmpty || !term.matchFields.isEmpty else { return nil }
    readLabels(term.matchExpressions, "\(path).matchExpressions")
    readFields(term.matchFields, "\(path).matchFields")
  }

  /// Whether a node meets every requirement of the term.
  package func matches(labels: [String: String], name: String) -> Bool {
    guard messages.isEmpty, self.labels.matches(labels) else { return false }
    return name.isEmpty || fields.matches(["metadata.name": name])
  }

  private mutating func readLabels(_ requirements: [NodeSelectorRequirement], _ path: String) {
    var parsed: [LabelRequirement] = []
    for (index, requirement) in requirements.enumerated() {
      let place = "\(path)[\(index)]"
      guard let comparison = operators.first(where: { $0.name == requirement.operator }) else {
        messages.append(
          SelectorError.unsupported(
            "\(place).operator", requirement.operator, operators.map(\.name)))
        continue
      }
      do throws(SelectorError) {
        parsed.append(
          try LabelRequirement(
            requirement.key, comparison.meaning, requirement.values, at: place))
      } catch {
        messages += error.messages
      }
    }
    labels = LabelMatcher(parsed)
  }

  private mutating func readFields(_ requirements: [NodeSelectorRequirement], _ path: String) {
    for (index, requirement) in requirements.enumerated() {
      let place = "\(path)[\(index)]"
      guard ["In", "NotIn"].contains(requirement.operator) else {
        messages.append(
          SelectorError.unsupported("\(place).operator", requirement.operator, ["In", "NotIn"]))
        continue
      }
      guard requirement.values.count == 1 else {
        let values = GoNotation.json(requirement.values)
        messages.append(SelectorError.invalid("\(place).values", values, "must have one element"))
        continue
      }
      fields.terms.append(
        FieldMatcher.Term(
          field: requirement.key, value: requirement.values[0],
          isNegated: requirement.operator == "NotIn"))
    }
  }
}

private let operators: [(name: String, meaning: LabelRequirement.Operator)] = [
  ("In", .in), ("NotIn", .notIn), ("Exists", .exists), ("DoesNotExist", .doesNotExist),
  ("Gt", .greaterThan), ("Lt", .lessThan),
]
