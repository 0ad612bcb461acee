extension LogLines {
  /// Answers inside answers inside a log: quoted no deeper than this.
  private static let depth = 3

  /// A line without the backslashes that quote quotation marks and line ends in JSON; nil when it has none.
  ///
  /// Programs that log JSON or quoted fields carry the words of others inside strings.
  static func unquoted(_ line: ArraySlice<UInt8>) -> [UInt8]? {
    guard quotes(line) else { return nil }
    var plain = peeled(line)
    for _ in 1..<depth where quotesMarks(plain[...]) { plain = peeled(plain[...]) }
    return plain
  }

  private static func peeled(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(line.count)
    var index = line.startIndex
    while index < line.endIndex {
      let next = index + 1
      if line[index] == backslash, next < line.endIndex, let meant = meaning(of: line[next]) {
        plain.append(meant)
        index += 2
      } else {
        plain.append(line[index])
        index += 1
      }
    }
    return plain
  }

  /// The same for a text.
  static func unquoted(_ line: String) -> String {
    let bytes = Array(line.utf8)
    return unquoted(bytes[...]).map { String(decoding: $0, as: UTF8.self) } ?? line
  }

  private static var backslash: UInt8 { UInt8(ascii: "\\") }

  /// Whether the line is JSON with something quoted in it, or has quoted quotation marks.
  private static func quotes(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "{") && line.contains(backslash) || quotesMarks(line)
  }

  private static func quotesMarks(_ line: ArraySlice<UInt8>) -> Bool {
    var isQuoted = false
    for byte in line {
      if isQuoted, byte == UInt8(ascii: "\"") { return true }
      isQuoted = byte == backslash
    }
    return false
  }

  private static func meaning(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), backslash, UInt8(ascii: "/"): byte
    case UInt8(ascii: "n"), UInt8(ascii: "r"): UInt8(ascii: "\n")
    case UInt8(ascii: "t"): UInt8(ascii: "\t")
    default: nil
    }
  }
}
