/// One condition on one label, checked when it is made and ready to be matched often.
package struct LabelRequirement: Hashable, Sendable {
  /// How the label relates to the values.
  package enum Operator: Hashable, Sendable {
    case `in`
    case notIn
    case equals
    case doubleEquals
    case notEquals
    case exists
    case doesNotExist
    case greaterThan
    case lessThan
  }

  package let key: String
  package let `operator`: Operator
  /// As given; sorted only in the text.
  package let values: [String]
  /// The value of a comparison; 0 for other operators.
  private let bound: Int64

  /// Makes a requirement without looking at the syntax of key and value.
  init(_ key: String, equals value: String) {
    self.key = key
    self.operator = .equals
    values = [value]
    bound = 0
  }

  /// Makes a requirement, or says all that is wrong with it; `path` leads to it in messages.
  package init(
    _ key: String, _ operator: Operator, _ values: [String], at path: String? = nil
  ) throws(SelectorError) {
    self.key = key
    self.operator = `operator`
    self.values = values
    bound = values.first.flatMap { Int64($0) } ?? 0
    let prefix = path.map { "\($0)." } ?? ""
    let messages =
      keyMessages("\(prefix)key") + countMessages("\(prefix)values")
      + valueMessages("\(prefix)values")
    guard messages.isEmpty else { throw SelectorError(messages) }
  }

  /// Whether an object with these labels meets the requirement.
  package func matches(_ labels: [String: String]) -> Bool {
    matches(labels[key])
  }

  /// Whether a label with this value, or its absence, meets the requirement.
  package func matches(_ value: String?) -> Bool {
    guard let value else { return isMetByAbsence }
    switch `operator` {
    case .in, .equals, .doubleEquals: return values.contains(value)
    case .notIn, .notEquals: return !values.contains(value)
    case .exists: return true
    case .doesNotExist: return false
    case .greaterThan: return Int64(value).map { $0 > bound } ?? false
    case .lessThan: return Int64(value).map { $0 < bound } ?? false
    }
  }

  private var isMetByAbsence: Bool {
    switch `operator` {
    case .notIn, .notEquals, .doesNotExist: true
    default: false
    }
  }

  private func keyMessages(_ path: String) -> [String] {
    let objections = NameSyntax.objections(toLabelKey: key)
    guard !objections.isEmpty else { return [] }
    let reason = objections.joined(separator: "; ")
    return [SelectorError.invalid(path, GoNotation.quoted(key), reason)]
  }

  private func countMessages(_ path: String) -> [String] {
    let reason: String? =
      switch `operator` {
      case .in, .notIn:
        values.isEmpty ? "for 'in', 'notin' operators, values set can't be empty" : nil
      case .equals, .doubleEquals, .notEquals:
        values.count == 1 ? nil : "exact-match compatibility requires one single value"
      case .exists, .doesNotExist:
        values.isEmpty ? nil : "values set must be empty for exists and does not exist"
      case .greaterThan, .lessThan:
        values.count == 1 ? nil : "for 'Gt', 'Lt' operators, exactly one value is required"
      }
    return reason.map { [SelectorError.invalid(path, GoNotation.json(values), $0)] } ?? []
  }

  private func valueMessages(_ path: String) -> [String] {
    var messages: [String] = []
    if `operator` == .greaterThan || `operator` == .lessThan {
      let reason = "for 'Gt', 'Lt' operators, the value must be an integer"
      for (index, value) in values.enumerated() where Int64(value) == nil {
        messages.append(
          SelectorError.invalid("\(path)[\(index)]", GoNotation.quoted(value), reason))
      }
    }
    for (index, value) in values.enumerated() {
      let objections = NameSyntax.objections(toLabelValue: value)
      guard !objections.isEmpty else { continue }
      let place = "\(path)[\(index)][\(key)]"
      let reason = objections.joined(separator: "; ")
      messages.append(SelectorError.invalid(place, GoNotation.quoted(value), reason))
    }
    return messages
  }
}

extension LabelRequirement: CustomStringConvertible {
  /// The notation of `kubectl -l`, with sorted values.
  package var description: String {
    let list = values.count == 1 ? values[0] : values.sorted().joined(separator: ",")
    return switch `operator` {
    case .in: "\(key) in (\(list))"
    case .notIn: "\(key) notin (\(list))"
    case .equals: "\(key)=\(list)"
    case .doubleEquals: "\(key)==\(list)"
    case .notEquals: "\(key)!=\(list)"
    case .exists: key
    case .doesNotExist: "!\(key)"
    case .greaterThan: "\(key)>\(list)"
    case .lessThan: "\(key)<\(list)"
    }
  }
}
