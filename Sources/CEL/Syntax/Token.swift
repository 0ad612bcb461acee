/// A word of an expression.
struct Token: Sendable {
  enum Kind: Sendable {
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

  /// Whether the text ends here.
  var isEnd: Bool {
    if case .end = kind { true } else { false }
  }
}
