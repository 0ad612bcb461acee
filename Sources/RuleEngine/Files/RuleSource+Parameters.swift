import YAML

extension RuleSource {
  /// What is wrong with a parameter that somebody sets: an unknown name, or a value of another kind.
  func objection(to parameter: RuleParameter) -> RuleError? {
    let known = parameters.last { $0.name.value == parameter.name.value }
    guard let known else {
      let hint = Suggestion.phrase(for: parameter.name.value, among: parameters.map(\.name.value))
      let says = "rule \(name.value) has no parameter \(parameter.name.value)\(hint)"
      return RuleError(says, at: parameter.name.place)
    }
    let (wanted, given) = (known.value.nameOfKind, parameter.value.nameOfKind)
    guard wanted != given else { return nil }
    let says = "parameter \(parameter.name.value) of rule \(name.value) is \(wanted), not \(given)"
    return RuleError(says, at: parameter.value.place)
  }
}

extension YAMLNode {
  /// What kind of value this is, for people.
  fileprivate var nameOfKind: String {
    switch kind {
    case .mapping: return "a mapping"
    case .sequence: return "a list"
    case .scalar: break
    }
    switch scalar {
    case .null: return "empty"
    case .bool: return "true or false"
    case .int, .uint, .float: return "a number"
    case .string: return "a text"
    }
  }
}
