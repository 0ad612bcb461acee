extension LabelMatcher {
  /// Reads the notation of `kubectl -l`: `app=web,tier in (fe,be),!legacy,n>5`.
  package init(parsing text: String) throws(SelectorError) {
    var parser = LabelSelectorParser(text)
    self.init(try parser.requirements())
  }
}

/// Reads requirements from tokens, with the messages of upstream's parser.
private struct LabelSelectorParser {
  private let tokens: [LabelSelectorToken]
  private var position = 0

  init(_ text: String) {
    tokens = LabelSelectorToken.tokens(of: text)
  }

  mutating func requirements() throws(SelectorError) -> [LabelRequirement] {
    var requirements: [LabelRequirement] = []
    while true {
      let next = peek()
      if next.kind == .end { return requirements }
      guard next.startsRequirement else {
        throw SelectorError("\(next.found), expected: !, identifier, or 'end of string'")
      }
      do {
        requirements.append(try requirement())
      } catch {
        throw SelectorError("unable to parse requirement: \(error)")
      }
      let separator = take()
      if separator.kind == .end { return requirements }
      guard separator.isSymbol(",") else {
        throw SelectorError("\(separator.found), expected: ',' or 'end of string'")
      }
      guard peek().startsRequirement else {
        throw SelectorError("\(peek().found), expected: identifier after ','")
      }
    }
  }

  private func peek() -> LabelSelectorToken { tokens[min(position, tokens.count - 1)] }

  private mutating func take() -> LabelSelectorToken {
    defer { position += 1 }
    return peek()
  }

  private mutating func requirement() throws(SelectorError) -> LabelRequirement {
    var key = take()
    let isNegated = key.isSymbol("!")
    if isNegated { key = take() }
    guard key.kind == .identifier else {
      throw SelectorError("\(key.found), expected: identifier")
    }
    let objections = NameSyntax.objections(toLabelKey: key.text)
    guard objections.isEmpty else {
      // The path is nil here, and Go prints it so.
      let reason = objections.joined(separator: "; ")
      throw SelectorError(SelectorError.invalid("<nil>", GoNotation.quoted(key.text), reason))
    }
    if isNegated { return try LabelRequirement(key.text, .doesNotExist, []) }
    if peek().endsRequirement { return try LabelRequirement(key.text, .exists, []) }
    return try comparison(of: key.text)
  }

  private mutating func comparison(of key: String) throws(SelectorError) -> LabelRequirement {
    let token = take()
    guard let comparison = LabelRequirement.Operator(notation: token.text), token.kind != .end
    else {
      throw SelectorError("\(token.found), expected: in, notin, =, ==, !=, gt, lt")
    }
    let isSet = comparison == .in || comparison == .notIn
    let values = isSet ? try set() : [try exactValue()]
    return try LabelRequirement(key, comparison, Set(values).sorted())
  }

  private mutating func exactValue() throws(SelectorError) -> String {
    if peek().endsRequirement { return "" }
    let token = take()
    guard token.kind == .identifier else {
      throw SelectorError("\(token.found), expected: identifier")
    }
    return token.text
  }

  private mutating func set() throws(SelectorError) -> [String] {
    let opening = take()
    guard opening.isSymbol("(") else { throw SelectorError("\(opening.found) expected: '('") }
    let first = peek()
    if first.isSymbol(")") {
      position += 1
      return [""]
    }
    guard first.kind == .identifier || first.isSymbol(",") else {
      throw SelectorError("\(first.found), expected: ',', ')' or identifier")
    }
    let values = try list()
    position += 1
    return values
  }

  /// Values up to the closing bracket, which stays; nothing between commas is an empty value.
  private mutating func list() throws(SelectorError) -> [String] {
    var values: [String] = []
    while true {
      let token = take()
      if token.kind == .identifier {
        values.append(token.text)
        if peek().isSymbol(")") { return values }
        guard peek().isSymbol(",") else {
          throw SelectorError("\(peek().found), expected: ',' or ')'")
        }
      } else if token.isSymbol(",") {
        if values.isEmpty { values.append("") }
        if peek().isSymbol(")") { return values + [""] }
        if peek().isSymbol(",") {
          position += 1
          values.append("")
        }
      } else {
        throw SelectorError("\(token.found), expected: ',', or identifier")
      }
    }
  }
}

extension LabelRequirement.Operator {
  fileprivate init?(notation: String) {
    switch notation {
    case "in": self = .in
    case "notin": self = .notIn
    case "=": self = .equals
    case "==": self = .doubleEquals
    case "!=": self = .notEquals
    case ">": self = .greaterThan
    case "<": self = .lessThan
    default: return nil
    }
  }
}
