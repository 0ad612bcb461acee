/// Texts in quotation marks as Go's `%q` and JSON write them.
enum GoQuoted {
  /// Takes a quoted text from the start; nil, and nothing is taken, when none begins there.
  ///
  /// One that is cut off ends with the line.
  static func take(from rest: inout Substring) -> String? {
    var bytes = Array(rest.utf8)[...]
    guard let text = take(from: &bytes) else { return nil }
    rest = rest[rest.utf8.index(rest.endIndex, offsetBy: -bytes.count)...]
    return String(decoding: text, as: UTF8.self)
  }

  static func take(from rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    guard rest.first == UInt8(ascii: "\"") else { return nil }
    rest = rest.dropFirst()
    var text: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
        text.append(byte)
        continue
      }
      let code = rest.prefix(codeWidth(of: escape))
      if !code.isEmpty, code.allSatisfy(\.isHexDigit), code.count == codeWidth(of: escape) {
        append(UInt32(String(decoding: code, as: UTF8.self), radix: 16) ?? 0, escape, to: &text)
        rest = rest.dropFirst(code.count)
      } else {
        text.append(plain(escape))
      }
    }
    return text
  }

  private static func codeWidth(of escape: UInt8) -> Int {
    switch escape {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: 0
    }
  }

  private static func append(_ value: UInt32, _ escape: UInt8, to bytes: inout [UInt8]) {
    if escape == UInt8(ascii: "x") {
      bytes.append(UInt8(truncatingIfNeeded: value))
    } else {
      bytes += Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
    }
  }

  private static func plain(_ escape: UInt8) -> UInt8 {
    switch escape {
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "r"): 13
    default: escape
    }
  }
}
