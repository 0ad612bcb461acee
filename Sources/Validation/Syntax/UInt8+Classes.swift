extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLowercaseLetter: Bool { (0x61...0x7A).contains(self) }
  var isUppercaseLetter: Bool { (0x41...0x5A).contains(self) }
  var isLowercaseOrDigit: Bool { isLowercaseLetter || isDigit }
  var isAlphanumeric: Bool { isLowercaseOrDigit || isUppercaseLetter }
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension String {
  /// Without white space at either end.
  var trimmingSpaces: String {
    guard let first = utf8.first, let last = utf8.last, first.isSpace || last.isSpace else {
      return self
    }
    let head = utf8.drop(while: \.isSpace)
    guard let end = head.lastIndex(where: { !$0.isSpace }) else { return "" }
    return String(Substring(head[...end]))
  }

  /// The text with its first `count` octets taken away.
  func droppingBytes(_ count: Int) -> String { String(Substring(utf8.dropFirst(count))) }

  /// The parts between the ASCII character, empty ones too.
  func parts(at separator: Unicode.Scalar) -> [String] {
    utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }
}
