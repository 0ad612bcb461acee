extension Parser {
  /// A primary and everything that follows it with dots and brackets.
  mutating func member() throws(SyntaxError) -> Expression {
    var operand = try primary()
    while true {
      let offset = self.offset
      if take(.dot) {
        operand = try selection(of: operand, at: offset)
      } else if take(.leftBracket) {
        let isOptional = try takeOptionalMark()
        let index = try expression()
        try expect(.rightBracket)
        let function = isOptional ? Operator.optionalIndex : Operator.index
        operand = try call(function, [operand, index], at: offset)
      } else {
        return operand
      }
    }
  }

  /// Goes past a `?` that makes what follows optional.
  private mutating func takeOptionalMark() throws(SyntaxError) -> Bool {
    let offset = self.offset
    guard take(.question) else { return false }
    guard syntax.optionals else {
      throw SyntaxError(message: "unsupported syntax '?'", offset: offset)
    }
    return true
  }

  private mutating func selection(
    of operand: Expression, at offset: Int
  ) throws(SyntaxError) -> Expression {
    let isOptional = try takeOptionalMark()
    let name = current
    switch name.kind {
    case .identifier(let field) where !Parser.isKeyword(field):
      advance()
      if !isOptional, at(.leftParenthesis) { return try method(field, of: operand) }
      return try select(operand, field, isOptional ? .optional : .plain, at: offset)
    case .quotedIdentifier(let field):
      guard syntax.quotedFields else {
        throw SyntaxError(message: "unsupported syntax: '`'", offset: name.offset)
      }
      advance()
      return try select(operand, field, isOptional ? .optional : .plain, at: offset)
    default: throw unexpected()
    }
  }

  private static func isKeyword(_ name: String) -> Bool {
    name == "in" || constant(named: name) != nil
  }

  mutating func select(
    _ operand: Expression, _ field: String, _ form: Expression.Selection.Form, at offset: Int
  ) throws(SyntaxError) -> Expression {
    let selection = Expression.Selection(operand: operand, field: field, form: form)
    return try node(.select(selection), at: offset, above: operand.depth)
  }

  private mutating func method(
    _ name: String, of target: Expression
  ) throws(SyntaxError) -> Expression {
    let offset = self.offset
    let arguments = try self.arguments()
    let call = Expression.Call(function: name, target: target, arguments: arguments)
    if let expansion = try expandMacro(call, at: offset) { return expansion }
    return try node(.call(call), at: offset, over: [target] + arguments)
  }

  /// Expressions in parentheses, separated by commas.
  private mutating func arguments() throws(SyntaxError) -> [Expression] {
    try expect(.leftParenthesis)
    var arguments: [Expression] = []
    if take(.rightParenthesis) { return arguments }
    repeat {
      arguments.append(try expression())
    } while take(.comma)
    guard take(.rightParenthesis) else { throw unexpected(wanted: "{')', ','}") }
    return arguments
  }

  private mutating func primary() throws(SyntaxError) -> Expression {
    let token = current
    switch token.kind {
    case .symbol(.leftParenthesis):
      advance()
      let inner = try expression()
      try expect(.rightParenthesis)
      return inner
    case .symbol(.leftBracket): return try list()
    case .symbol(.leftBrace): return try map()
    case .symbol(.dot):
      advance()
      guard case .identifier(let name) = current.kind else { throw unexpected() }
      return try named(name, prefix: ".", at: token.offset)
    case .identifier(let name): return try named(name, prefix: "", at: token.offset)
    default: return try literal()
    }
  }

  private mutating func named(
    _ name: String, prefix: String, at offset: Int
  ) throws(SyntaxError) -> Expression {
    if prefix.isEmpty, let constant = Parser.constant(named: name) {
      advance()
      return try node(.literal(constant), at: offset)
    }
    guard !Parser.isKeyword(name) else { throw unexpected() }
    advance()
    if Syntax.isReserved(name) {
      throw SyntaxError(message: "reserved identifier: \(name)", offset: offset)
    }
    guard at(.leftParenthesis) else { return try node(.identifier(prefix + name), at: offset) }
    let place = self.offset
    let arguments = try self.arguments()
    let call = Expression.Call(function: prefix + name, target: nil, arguments: arguments)
    if let expansion = try expandMacro(call, at: place) { return expansion }
    return try node(.call(call), at: place, over: arguments)
  }

  private static func constant(named name: String) -> Value? {
    switch name {
    case "true": .bool(true)
    case "false": .bool(false)
    case "null": .null
    default: nil
    }
  }

  private mutating func list() throws(SyntaxError) -> Expression {
    let offset = self.offset
    try expect(.leftBracket)
    var elements: [Expression.Element] = []
    while !at(.rightBracket) {
      let isOptional = try takeOptionalMark()
      elements.append(Expression.Element(value: try expression(), isOptional: isOptional))
      guard take(.comma) else { break }
    }
    guard take(.rightBracket) else { throw unexpected(wanted: "{']', ','}") }
    return try node(.list(elements), at: offset, over: elements.map(\.value))
  }

  private mutating func map() throws(SyntaxError) -> Expression {
    let offset = self.offset
    try expect(.leftBrace)
    var entries: [Expression.Entry] = []
    while !at(.rightBrace) {
      let isOptional = try takeOptionalMark()
      let key = try expression()
      try expect(.colon)
      let value = try expression()
      entries.append(Expression.Entry(key: key, value: value, isOptional: isOptional))
      guard take(.comma) else { break }
    }
    guard take(.rightBrace) else { throw unexpected(wanted: "{'}', ','}") }
    return try node(.map(entries), at: offset, over: entries.flatMap { [$0.key, $0.value] })
  }

  private mutating func literal() throws(SyntaxError) -> Expression {
    let offset = self.offset
    let isNegative = take(.minus)
    let value: Value
    switch current.kind {
    case .int(let magnitude): value = try integer(magnitude, isNegative, at: offset)
    case .uint(let number) where !isNegative:
      guard let number else { throw SyntaxError(message: "invalid uint literal", offset: offset) }
      value = .uint(number)
    case .double(let number): value = .double(isNegative ? -number : number)
    case .string(let text) where !isNegative: value = .string(text)
    case .bytes(let bytes) where !isNegative: value = .bytes(bytes)
    case .end: throw unexpected(wanted: "an expression")
    default: throw unexpected()
    }
    advance()
    return try node(.literal(value), at: offset)
  }

  private func integer(
    _ magnitude: UInt64?, _ isNegative: Bool, at offset: Int
  ) throws(SyntaxError) -> Value {
    guard let magnitude, magnitude <= UInt64(Int64.max) + (isNegative ? 1 : 0) else {
      throw SyntaxError(message: "invalid int literal", offset: offset)
    }
    return .int(Int64(truncatingIfNeeded: isNegative ? 0 &- magnitude : magnitude))
  }
}
