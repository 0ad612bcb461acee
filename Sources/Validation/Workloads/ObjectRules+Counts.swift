import KubernetesModel

// MARK: - Counts that may be shares
extension ObjectRules {
  /// Refuses negative numbers and texts that are no percentages.
  mutating func countOrPercent(_ field: Field) {
    switch field.intOrString {
    case .string(let text): invalid(field, Syntax.percent(text))
    case .int: nonNegative(field)
    case nil: break
    }
  }

  mutating func noMoreThanAll(_ field: Field) {
    guard case .string(let text) = field.intOrString, Syntax.isPercent(text),
      let percent = Int(text.dropLast()), percent > 100
    else { return }
    invalid(field, "must not be greater than 100%")
  }
}

extension Field {
  /// The number, or that of the percentage.
  func amount(or fallback: Int) -> Int {
    switch intOrString {
    case .int(let number): Int(number)
    case .string(let text):
      Self.number(in: Syntax.isPercent(text) ? String(text.dropLast()) : text)
    case nil: fallback
    }
  }

  /// A number as Go reads it, which makes the greatest one of those that are greater.
  private static func number(in text: String) -> Int {
    Int(text) ?? (!text.isEmpty && text.utf8.allSatisfy(\.isDigit) ? .max : 0)
  }

  /// The value as JSON, or what it is when it is absent.
  func json(or fallback: String) -> String { isPresent ? json : fallback }
}
