/// A token of the notation of `kubectl -l`.
struct LabelSelectorToken {
  enum Kind {
    case identifier
    case symbol
    case end
  }

  var kind: Kind
  var text: String

  /// The last token is always the end.
  static func tokens(of text: String) -> [LabelSelectorToken] {
    var bytes = text[...].utf8
    var tokens: [LabelSelectorToken] = []
    while true {
      bytes = bytes.drop { isSpace($0) }
      guard let first = bytes.first, first != 0 else {
        return tokens + [LabelSelectorToken(kind: .end, text: "")]
      }
      if isSymbol(first) {
        let next = bytes.dropFirst().first
        // Only `==` and `!=` have two characters.
        let isLong = next == UInt8(ascii: "=") && "=!".utf8.contains(first)
        tokens.append(LabelSelectorToken(kind: .symbol, text: take(isLong ? 2 : 1, of: &bytes)))
      } else {
        let length = bytes.prefix { !isSpace($0) && !isSymbol($0) && $0 != 0 }.count
        tokens.append(LabelSelectorToken(kind: .identifier, text: take(length, of: &bytes)))
        // Upstream reads a zero byte as the end of a word.
        if bytes.first == 0 { bytes.removeFirst() }
      }
    }
  }

  /// `in` and `notin` are words as well as operators, and count as words where one can stand.
  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }

  var startsRequirement: Bool { kind == .identifier || isSymbol("!") }
  var endsRequirement: Bool { kind == .end || isSymbol(",") }
  var found: String { "found '\(text)'" }

  private static func take(_ length: Int, of bytes: inout Substring.UTF8View) -> String {
    defer { bytes = bytes.dropFirst(length) }
    return String(Substring(bytes.prefix(length)))
  }

  private static func isSpace(_ byte: UInt8) -> Bool { " \t\r\n".utf8.contains(byte) }
  private static func isSymbol(_ byte: UInt8) -> Bool { "=!(),><".utf8.contains(byte) }
}
