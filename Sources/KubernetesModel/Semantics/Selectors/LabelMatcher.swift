/// A selector over labels, ready to match: what upstream calls `labels.Selector`.
package struct LabelMatcher: Hashable, Sendable {
  /// Conditions that must all hold, sorted by key.
  package let requirements: [LabelRequirement]
  /// Whether nothing can match, as with an absent `LabelSelector`.
  package let isNothing: Bool

  private init(nothing: Void) {
    requirements = []
    isNothing = true
  }

  /// Matches what meets all requirements.
  package init(_ requirements: [LabelRequirement]) {
    self.requirements = requirements.sorted { $0.key < $1.key }
    isNothing = false
  }

  /// Matches objects that have all these labels, such as a Service's or a replication controller's selector.
  package init(exactly labels: [String: String]) {
    self.init(labels.map { LabelRequirement($0.key, equals: $0.value) })
  }

  /// Matches what an API field selects: an absent selector nothing, an empty one everything.
  package init(_ selector: LabelSelector?) throws(SelectorError) {
    guard let selector else {
      self = .nothing
      return
    }
    var requirements: [LabelRequirement] = []
    for (key, value) in selector.matchLabels.sorted(by: { $0.key < $1.key }) {
      requirements.append(try LabelRequirement(key, .equals, [value]))
    }
    for expression in selector.matchExpressions {
      let name = expression.operator
      guard let comparison = LabelRequirement.Operator(labelSelector: name) else {
        throw SelectorError("\(GoNotation.quoted(name)) is not a valid label selector operator")
      }
      requirements.append(try LabelRequirement(expression.key, comparison, expression.values))
    }
    self.init(requirements)
  }

  package static let nothing = LabelMatcher(nothing: ())
  package static let everything = LabelMatcher([])

  /// Whether nothing is asked, so that everything matches.
  package var isEverything: Bool { !isNothing && requirements.isEmpty }

  /// Whether an object with these labels is selected.
  package func matches(_ labels: [String: String]) -> Bool {
    guard !isNothing else { return false }
    for requirement in requirements where !requirement.matches(labels) { return false }
    return true
  }

  /// This selector with further requirements.
  package func adding(_ more: [LabelRequirement]) -> LabelMatcher {
    isNothing ? self : LabelMatcher(requirements + more)
  }
}

extension LabelMatcher: CustomStringConvertible {
  /// The notation of `kubectl -l`; empty for everything and for nothing.
  package var description: String {
    requirements.map(\.description).joined(separator: ",")
  }
}

extension LabelRequirement.Operator {
  fileprivate init?(labelSelector name: String) {
    switch name {
    case "In": self = .in
    case "NotIn": self = .notIn
    case "Exists": self = .exists
    case "DoesNotExist": self = .doesNotExist
    default: return nil
    }
  }
}
