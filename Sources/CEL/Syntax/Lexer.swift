/// Cuts the text of an expression into words.
struct Lexer {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// All words of a text, with an `end` behind the last.
  static func tokens(of text: String) throws(SyntaxError) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    // A token has four octets or so, and those that are short are many.
    tokens.reserveCapacity(min(lexer.bytes.count, 4096) / 4 + 4)
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.isEnd { return tokens }
    }
  }

  private func byte(_ ahead: Int = 0) -> UInt8 {
    index + ahead < bytes.count ? bytes[index + ahead] : 0
  }

  private mutating func next() throws(SyntaxError) -> Token {
    skipSpace()
    let start = index
    guard index < bytes.count else { return Token(kind: .end, offset: start) }
    return Token(kind: try nextKind(), offset: start)
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch byte() {
      case 9, 10, 12, 13, 32: index += 1
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        while index < bytes.count, byte() != 10 { index += 1 }
      default: return
      }
    }
  }

  private mutating func nextKind() throws(SyntaxError) -> Token.Kind {
    let first = byte()
    if first.mayBeginLiteral, let literal = try quotedLiteral() { return literal }
    if first.digit != nil || first == UInt8(ascii: ".") && byte(1).digit != nil {
      return try number()
    }
    if first.startsName {
      let start = index
      repeat { index += 1 } while byte().continuesName
      return .identifier(text(from: start))
    }
    if first == UInt8(ascii: "`") { return try quotedIdentifier() }
    return .symbol(try symbol())
  }

  private func text(from start: Int) -> String {
    String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func symbol() throws(SyntaxError) -> Symbol {
    if let symbol = Symbol(byte(), byte(1)) {
      index += 2
      return symbol
    }
    if let symbol = Symbol(byte()) {
      index += 1
      return symbol
    }
    let rest = String(decoding: bytes[index...].prefix(4), as: UTF8.self)
    throw SyntaxError(
      message: "Syntax error: token recognition error at: '\(rest.prefix(1))'", offset: index)
  }

  private mutating func quotedIdentifier() throws(SyntaxError) -> Token.Kind {
    let start = index
    index += 1
    while byte().continuesName || [45, 46, 47, 32].contains(byte()) { index += 1 }
    guard byte() == UInt8(ascii: "`"), index > start + 1 else {
      throw SyntaxError(message: "Syntax error: token recognition error at: '`'", offset: start)
    }
    let name = String(decoding: bytes[start + 1..<index], as: UTF8.self)
    index += 1
    return .quotedIdentifier(name)
  }
}

extension Lexer {
  private mutating func number() throws(SyntaxError) -> Token.Kind {
    let start = index
    if byte() == UInt8(ascii: "0"), byte(1) | 32 == UInt8(ascii: "x"), byte(2).hexDigit != nil {
      index += 2
      let digits = index
      while byte().hexDigit != nil { index += 1 }
      return whole(UInt64(text(from: digits), radix: 16))
    }
    skipDigits()
    let isFraction = byte() == UInt8(ascii: ".") && byte(1).digit != nil
    if isFraction {
      index += 1
      skipDigits()
    }
    let hasExponent = skipExponent()
    guard isFraction || hasExponent else { return whole(UInt64(text(from: start))) }
    guard let number = Double(text(from: start)), number.isFinite else {
      throw SyntaxError(message: "invalid double literal", offset: start)
    }
    return .double(number)
  }

  private mutating func whole(_ number: UInt64?) -> Token.Kind {
    guard byte() | 32 == UInt8(ascii: "u") else { return .int(number) }
    index += 1
    return .uint(number)
  }

  private mutating func skipDigits() {
    while byte().digit != nil { index += 1 }
  }

  private mutating func skipExponent() -> Bool {
    guard byte() | 32 == UInt8(ascii: "e") else { return false }
    let hasSign = [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(byte(1))
    guard byte(hasSign ? 2 : 1).digit != nil else { return false }
    index += hasSign ? 2 : 1
    skipDigits()
    return true
  }

  /// A text or bytes literal, when one begins here.
  private mutating func quotedLiteral() throws(SyntaxError) -> Token.Kind? {
    var ahead = 0
    let isBytes = byte() | 32 == UInt8(ascii: "b")
    if isBytes { ahead += 1 }
    let isRaw = byte(ahead) | 32 == UInt8(ascii: "r")
    if isRaw { ahead += 1 }
    guard [34, 39].contains(byte(ahead)) else { return nil }
    let start = index
    index += ahead
    let body = try quotedBody(start: start, isRaw: isRaw)
    var decoder = LiteralDecoder(body: body.bytes, offset: body.offset, isRaw: isRaw)
    return isBytes ? .bytes(try decoder.bytes()) : .string(try decoder.text())
  }

  /// What stands between the quotes that begin here; afterwards the literal is behind.
  private mutating func quotedBody(
    start: Int, isRaw: Bool
  ) throws(SyntaxError) -> (bytes: ArraySlice<UInt8>, offset: Int) {
    let quote = byte()
    let isTriple = byte(1) == quote && byte(2) == quote
    index += isTriple ? 3 : 1
    let begin = index
    while index < bytes.count {
      if byte() == UInt8(ascii: "\\"), !isRaw {
        index += 2
      } else if byte() == quote, !isTriple || byte(1) == quote && byte(2) == quote {
        let body = bytes[begin..<index]
        index += isTriple ? 3 : 1
        return (body, begin)
      } else if !isTriple, byte() == 10 || byte() == 13 {
        break
      } else {
        index += 1
      }
    }
    throw SyntaxError(
      message: "Syntax error: token recognition error at: '\(Character(Unicode.Scalar(quote)))'",
      offset: start)
  }
}

extension UInt8 {
  var startsName: Bool { (self | 32) &- 97 < 26 || self == 95 }
  var continuesName: Bool { startsName || self &- 48 < 10 }

  /// Whether a text or bytes literal can begin so: with a quotation mark, or a letter for raw or bytes before one.
  var mayBeginLiteral: Bool {
    switch self {
    case 34, 39: true
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "r"), UInt8(ascii: "R"): true
    default: false
    }
  }

  var hexDigit: UInt32? {
    switch self {
    case 48...57: UInt32(self) - 48
    case 65...70: UInt32(self) - 55
    case 97...102: UInt32(self) - 87
    default: nil
    }
  }
}
