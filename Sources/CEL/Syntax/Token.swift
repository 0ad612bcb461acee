/// A word of an expression.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case identifier(String)
    /// A name in backquotes, after a dot.
    case quotedIdentifier(String)
    /// Digits without sign, in decimal or, after `0x`, in hexadecimal.
    case int(UInt64?)
    case uint(UInt64?)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case symbol(Symbol)
    case end
  }

  var kind: Kind
  /// Where the word begins, in UTF-8 bytes.
  var offset: Int
}

/// The words that are not names or literals.
enum Symbol: String, Sendable {
  case question = "?"
  case colon = ":"
  case or = "||"
  case and = "&&"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case modulo = "%"
  case not = "!"
  case dot = "."
  case comma = ","
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case leftBrace = "{"
  case rightBrace = "}"
}
