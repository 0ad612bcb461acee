/// A selector over fields, as `kubectl --field-selector` takes it: what upstream calls `fields.Selector`.
package struct FieldMatcher: Hashable, Sendable {
  /// A field that must or must not have a value.
  package struct Term: Hashable, Sendable {
    package var field: String
    package var value: String
    package var isNegated: Bool

    package init(field: String, value: String, isNegated: Bool) {
      self.field = field
      self.value = value
      self.isNegated = isNegated
    }
  }

  /// Conditions that must all hold.
  package var terms: [Term]

  /// Matches what meets all terms.
  package init(_ terms: [Term] = []) {
    self.terms = terms
  }

  /// Reads `metadata.name=web,status.phase!=Running`.
  package init(parsing text: String) throws(SelectorError) {
    terms = []
    for part in Self.parts(of: text).sorted() where !part.isEmpty {
      guard let (field, symbol, value) = Self.split(part) else {
        throw SelectorError("invalid selector: '\(text)'; can't understand '\(part)'")
      }
      let term = Term(field: field, value: try Self.unescaped(value), isNegated: symbol == "!=")
      if !term.field.isEmpty || !term.value.isEmpty { terms.append(term) }
    }
  }

  /// Whether an object with these fields is selected; an absent field is an empty one.
  package func matches(_ fields: [String: String]) -> Bool {
    terms.allSatisfy { (fields[$0.field] ?? "" == $0.value) != $0.isNegated }
  }

  /// Cuts at commas that no backslash precedes.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == ",", !isEscaped {
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return parts
  }

  private static func split(_ part: String) -> (field: String, symbol: String, value: String)? {
    var index = part.startIndex
    while index < part.endIndex {
      for symbol in ["!=", "==", "="] where part[index...].hasPrefix(symbol) {
        return (String(part[..<index]), symbol, String(part[index...].dropFirst(symbol.count)))
      }
      index = part.unicodeScalars.index(after: index)
    }
    return nil
  }

  private static func unescaped(_ value: String) throws(SelectorError) -> String {
    var result = ""
    var isEscaped = false
    for scalar in value.unicodeScalars {
      let isSpecial = "\\,=".unicodeScalars.contains(scalar)
      if isEscaped, !isSpecial { throw invalidEscape("\\\(scalar)") }
      if !isEscaped, isSpecial, scalar != "\\" {
        throw SelectorError(
          "invalid field selector: unescaped character in value: \(scalar.value)")
      }
      isEscaped = scalar == "\\" && !isEscaped
      if !isEscaped { result.unicodeScalars.append(scalar) }
    }
    if isEscaped { throw invalidEscape("\\") }
    return result
  }

  private static func invalidEscape(_ sequence: String) -> SelectorError {
    SelectorError("invalid field selector: invalid escape sequence: \(sequence)")
  }
}

extension FieldMatcher: CustomStringConvertible {
  /// The notation of `--field-selector`, with special characters of values escaped.
  package var description: String {
    terms.map { "\($0.field)\($0.isNegated ? "!=" : "=")\(Self.escaped($0.value))" }
      .joined(separator: ",")
  }

  private static func escaped(_ value: String) -> String {
    value.unicodeScalars.reduce(into: "") { text, scalar in
      if "\\,=".unicodeScalars.contains(scalar) { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
  }
}
