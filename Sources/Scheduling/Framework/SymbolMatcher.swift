package import KubernetesModel

/// A label selector over symbols, ready to be asked about thousands of objects.
package struct SymbolMatcher: Hashable, Sendable {
  enum Operation: Hashable, Sendable { case isIn, notIn, exists, absent }

  struct Requirement: Hashable, Sendable {
    var key: Symbol
    var operation: Operation
    var values: [Symbol]

    func matches(_ labels: LabelSet) -> Bool {
      guard let value = labels[key] else { return operation == .notIn || operation == .absent }
      switch operation {
      case .isIn: return values.contains(value)
      case .notIn: return !values.contains(value)
      case .exists: return true
      case .absent: return false
      }
    }
  }

  private(set) var requirements: [Requirement]
  /// Whether it selects no object at all, as a missing selector does.
  package let isNothing: Bool

  /// Selects nothing.
  package static let nothing = SymbolMatcher(requirements: [], isNothing: true)
  /// Selects every object.
  package static let everything = SymbolMatcher(requirements: [], isNothing: false)

  private init(requirements: [Requirement], isNothing: Bool) {
    self.requirements = requirements
    self.isNothing = isNothing
  }

  /// A missing selector selects nothing, an empty one everything, one with an unknown operator nothing.
  package init(_ selector: LabelSelector?, symbol: (String) -> Symbol) {
    guard let selector else {
      self = .nothing
      return
    }
    var requirements: [Requirement] = []
    for (key, value) in selector.matchLabels {
      requirements.append(.init(key: symbol(key), operation: .isIn, values: [symbol(value)]))
    }
    for expression in selector.matchExpressions {
      guard let operation = Operation(expression.operator) else {
        self = .nothing
        return
      }
      requirements.append(
        .init(
          key: symbol(expression.key), operation: operation, values: expression.values.map(symbol)))
    }
    requirements.sort { $0.key < $1.key }
    self.init(requirements: requirements, isNothing: false)
  }

  /// Labels of which every selected object bears one; nil when there is no such demand.
  var necessaryLabels: [LabelSet.Label]? {
    requirements.first { $0.operation == .isIn }.map { requirement in
      requirement.values.map { LabelSet.Label(key: requirement.key, value: $0) }
    }
  }

  /// Whether it selects everything because it asks for nothing.
  package var isEmpty: Bool { !isNothing && requirements.isEmpty }

  package func matches(_ labels: LabelSet) -> Bool {
    guard !isNothing else { return false }
    for requirement in requirements where !requirement.matches(labels) { return false }
    return true
  }

  /// This selector, narrowed to objects whose `key` is (or is not) `value`.
  func narrowed(key: Symbol, to operation: Operation, value: Symbol) -> SymbolMatcher {
    guard !isNothing else { return self }
    let requirement = Requirement(key: key, operation: operation, values: [value])
    return SymbolMatcher(requirements: requirements + [requirement], isNothing: false)
  }
}

extension SymbolMatcher.Operation {
  fileprivate init?(_ text: String) {
    switch text {
    case "In": self = .isIn
    case "NotIn": self = .notIn
    case "Exists": self = .exists
    case "DoesNotExist": self = .absent
    default: return nil
    }
  }
}
