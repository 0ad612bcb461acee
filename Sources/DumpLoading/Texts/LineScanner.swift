/// Reads forward through the bytes of one line.
struct LineScanner {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  /// What is left, as text.
  var text: String { String(decoding: rest, as: UTF8.self) }

  /// Passes over `literal`; false, and nothing is passed over, where something else stands.
  mutating func take(_ literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard rest.count >= length else { return false }
    let isThere = literal.withUTF8Buffer { unsafe rest.starts(with: $0) }
    if isThere { rest = rest.dropFirst(length) }
    return isThere
  }

  /// The bytes that belong, which may be none.
  mutating func take(while belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let taken = rest.prefix(while: belongs)
    rest = rest[taken.endIndex...]
    return taken
  }

  /// A word up to the next blank; nil when there is none.
  mutating func word() -> String? {
    skipBlanks()
    let word = take { !$0.isBlank }
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }

  /// A number of so many digits; nil, and nothing is passed over, where something else stands.
  mutating func number(_ width: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(width.upperBound).prefix { $0.isDigit }
    guard digits.count >= width.lowerBound else { return nil }
    rest = rest[digits.endIndex...]
    return digits.reduce(0) { $0 &* 10 &+ Int($1 &- 48) }
  }

  mutating func skipBlanks() {
    rest = rest.drop { $0.isBlank }
  }
}

extension UInt8 {
  var isHexDigit: Bool {
    let lower = self | 0x20
    return isDigit || lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "f")
  }
}
