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
    guard parser.current.isEnd else { throw parser.unexpected() }
    return (root, parser.nodeCount)
  }

  var current: Token { tokens[index] }

  /// Where the word at hand begins; asked for by itself, so that the word is not copied.
  var offset: Int { tokens[index].offset }

  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  func lookAhead() -> Token { tokens[min(index + 1, tokens.count - 1)] }

  func at(_ symbol: Symbol) -> Bool {
    if case .symbol(symbol) = tokens[index].kind { true } else { false }
  }

  /// Goes past a symbol when it is next.
  mutating func take(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: Symbol) throws(SyntaxError) {
    guard take(symbol) else { throw unexpected(wanted: "'\(symbol.text)'") }
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
    _ kind: Expression.Kind, at offset: Int, over children: [Expression]
  ) throws(SyntaxError) -> Expression {
    var depth = 0
    for child in children { depth = max(depth, child.depth) }
    return try node(kind, at: offset, above: depth)
  }

  /// Makes a node above nodes of this depth at most.
  mutating func node(
    _ kind: Expression.Kind, at offset: Int, above depth: Int = 0
  ) throws(SyntaxError) -> Expression {
    let depth = depth + 1
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
    let offset = self.offset
    guard take(.question) else { return condition }
    let first = try disjunction()
    try expect(.colon)
    let second = try expression()
    return try call(Operator.conditional, [condition, first, second], at: offset)
  }

  private mutating func disjunction() throws(SyntaxError) -> Expression {
    let first = try conjunction()
    guard at(.or) else { return first }
    var (operands, offset) = ([first], self.offset)
    while take(.or) { operands.append(try conjunction()) }
    return try call(Operator.or, operands, at: offset)
  }

  private mutating func conjunction() throws(SyntaxError) -> Expression {
    let first = try binary(tighterThan: 0)
    guard at(.and) else { return first }
    var (operands, offset) = ([first], self.offset)
    while take(.and) { operands.append(try binary(tighterThan: 0)) }
    return try call(Operator.and, operands, at: offset)
  }

  /// The operator at hand when it associates to the left, and how tightly it binds.
  private var binaryOperator: (function: String, level: Int)? {
    switch tokens[index].kind {
    case .symbol(let symbol):
      switch symbol {
      case .less: (Operator.less, 1)
      case .lessOrEqual: (Operator.lessOrEqual, 1)
      case .greater: (Operator.greater, 1)
      case .greaterOrEqual: (Operator.greaterOrEqual, 1)
      case .equal: (Operator.equal, 1)
      case .notEqual: (Operator.notEqual, 1)
      case .plus: (Operator.add, 2)
      case .minus: (Operator.subtract, 2)
      case .times: (Operator.multiply, 3)
      case .divide: (Operator.divide, 3)
      case .modulo: (Operator.modulo, 3)
      default: nil
      }
    case .identifier("in"): (Operator.contains, 1)
    default: nil
    }
  }

  /// Operands with operators between them that bind tighter than a level.
  private mutating func binary(tighterThan level: Int) throws(SyntaxError) -> Expression {
    var left = try unary()
    while let next = binaryOperator, next.level > level {
      let offset = self.offset
      advance()
      let right = try binary(tighterThan: next.level)
      left = try call(next.function, [left, right], at: offset)
    }
    return left
  }

  private mutating func unary() throws(SyntaxError) -> Expression {
    if at(.not) { return try signed(by: .not, as: Operator.not) }
    if at(.minus), !lookAhead().isNumber { return try signed(by: .minus, as: Operator.negate) }
    return try member()
  }

  private mutating func signed(
    by sign: Symbol, as function: String
  ) throws(SyntaxError) -> Expression {
    let offset = self.offset
    var count = 0
    while take(sign) { count += 1 }
    let operand = try member()
    // Like cel-go, an even number of signs is none at all.
    return count % 2 == 0 ? operand : try call(function, [operand], at: offset)
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
    case .symbol(let symbol): symbol.text
    case .end: "<EOF>"
    }
  }
}
