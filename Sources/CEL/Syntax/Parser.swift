/// Reads an expression by recursive descent, expanding macros on the way.
struct Parser {
  let syntax: Syntax
  private let tokens: [Token]
  private var index = 0
  private var nesting = 0
  private(set) var nodeCount = 0

  private init(_ text: String, _ syntax: Syntax) throws(SyntaxError) {
    self.syntax = syntax
    guard text.utf8.count <= Syntax.longestText else {
      throw SyntaxError(
        message: "expression is longer than \(Syntax.longestText) bytes", offset: 0)
    }
    tokens = try Lexer.tokens(of: text)
  }

  /// The expression that a text spells, and how many nodes it has.
  static func parse(
    _ text: String, syntax: Syntax
  ) throws(SyntaxError) -> (root: Expression, nodeCount: Int) {
    var parser = try Parser(text, syntax)
    let root = try parser.expression()
    guard parser.current.kind == .end else { throw parser.unexpected() }
    return (root, parser.nodeCount)
  }

  var current: Token { tokens[index] }

  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  func lookAhead() -> Token { tokens[min(index + 1, tokens.count - 1)] }

  func at(_ symbol: Symbol) -> Bool { current.kind == .symbol(symbol) }

  /// Goes past a symbol when it is next.
  mutating func take(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: Symbol) throws(SyntaxError) {
    guard take(symbol) else { throw unexpected(wanted: "'\(symbol.rawValue)'") }
  }

  func unexpected(wanted: String? = nil) -> SyntaxError {
    let found = current.text
    let message =
      wanted.map { "Syntax error: mismatched input '\(found)' expecting \($0)" }
      ?? "Syntax error: no viable alternative at input '\(found)'"
    return SyntaxError(message: message, offset: current.offset)
  }

  /// Makes a node above others; too deep a tree is refused.
  mutating func node(
    _ kind: Expression.Kind, at offset: Int, over children: [Expression] = []
  ) throws(SyntaxError) -> Expression {
    let depth = 1 + (children.lazy.map(\.depth).max() ?? 0)
    guard depth <= Syntax.deepestNesting else {
      throw SyntaxError(message: "expression recursion limit exceeded", offset: offset)
    }
    defer { nodeCount += 1 }
    return Expression(id: nodeCount, offset: offset, depth: depth, kind: kind)
  }

  mutating func call(
    _ function: String, _ arguments: [Expression], at offset: Int
  ) throws(SyntaxError) -> Expression {
    let call = Expression.Call(function: function, target: nil, arguments: arguments)
    return try node(.call(call), at: offset, over: arguments)
  }

  mutating func expression() throws(SyntaxError) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Syntax.deepestNesting else {
      throw SyntaxError(message: "expression recursion limit exceeded", offset: current.offset)
    }
    let condition = try disjunction()
    let offset = current.offset
    guard take(.question) else { return condition }
    let first = try disjunction()
    try expect(.colon)
    let second = try expression()
    return try call(Operator.conditional, [condition, first, second], at: offset)
  }

  private mutating func disjunction() throws(SyntaxError) -> Expression {
    var (operands, offset) = ([try conjunction()], 0)
    while at(.or) {
      if operands.count == 1 { offset = current.offset }
      advance()
      operands.append(try conjunction())
    }
    return operands.count == 1 ? operands[0] : try call(Operator.or, operands, at: offset)
  }

  private mutating func conjunction() throws(SyntaxError) -> Expression {
    var (operands, offset) = ([try binary(level: 0)], 0)
    while at(.and) {
      if operands.count == 1 { offset = current.offset }
      advance()
      operands.append(try binary(level: 0))
    }
    return operands.count == 1 ? operands[0] : try call(Operator.and, operands, at: offset)
  }

  /// The operators that associate to the left, from the loosest to the tightest.
  private static let levels: [[Token.Kind: String]] = [
    [
      .symbol(.less): Operator.less, .symbol(.lessOrEqual): Operator.lessOrEqual,
      .symbol(.greater): Operator.greater, .symbol(.greaterOrEqual): Operator.greaterOrEqual,
      .symbol(.equal): Operator.equal, .symbol(.notEqual): Operator.notEqual,
      .identifier("in"): Operator.contains,
    ],
    [.symbol(.plus): Operator.add, .symbol(.minus): Operator.subtract],
    [
      .symbol(.times): Operator.multiply, .symbol(.divide): Operator.divide,
      .symbol(.modulo): Operator.modulo,
    ],
  ]

  private mutating func binary(level: Int) throws(SyntaxError) -> Expression {
    guard level < Parser.levels.count else { return try unary() }
    var left = try binary(level: level + 1)
    while let function = Parser.levels[level][current.kind] {
      let offset = current.offset
      advance()
      let right = try binary(level: level + 1)
      left = try call(function, [left, right], at: offset)
    }
    return left
  }

  private mutating func unary() throws(SyntaxError) -> Expression {
    let offset = current.offset
    for (symbol, function) in [(Symbol.not, Operator.not), (.minus, Operator.negate)]
    where at(symbol) {
      if symbol == .minus, lookAhead().isNumber { break }
      var count = 0
      while take(symbol) { count += 1 }
      let operand = try member()
      // Like cel-go, an even number of signs is none at all.
      return count % 2 == 0 ? operand : try call(function, [operand], at: offset)
    }
    return try member()
  }
}

extension Token.Kind: Hashable {
  func hash(into hasher: inout Hasher) {
    switch self {
    case .identifier(let name): hasher.combine(name)
    case .symbol(let symbol): hasher.combine(symbol)
    default: break
    }
  }
}

extension Token {
  var isNumber: Bool {
    switch kind {
    case .int, .double: true
    default: false
    }
  }

  /// The word as messages show it.
  var text: String {
    switch kind {
    case .identifier(let name), .quotedIdentifier(let name): name
    case .int(let number), .uint(let number): number.map(String.init) ?? "number"
    case .double(let number): number.goDescription
    case .string(let text): "\"\(text)\""
    case .bytes: "bytes"
    case .symbol(let symbol): symbol.rawValue
    case .end: "<EOF>"
    }
  }
}
