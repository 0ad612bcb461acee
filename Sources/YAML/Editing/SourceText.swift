/// The octets of a file and where its lines begin.
struct SourceText: Sendable {
  let bytes: [UInt8]
  private let lineStarts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, octet) in bytes.enumerated() where Self.endsLine(octet, index, bytes) {
      starts.append(index + 1)
    }
    lineStarts = starts
  }

  /// The line breaks of YAML 1.1, which are more than those of editors.
  private static func endsLine(_ octet: UInt8, _ index: Int, _ bytes: [UInt8]) -> Bool {
    switch octet {
    case 0x0A: true
    case 0x0D: index + 1 == bytes.count || bytes[index + 1] != 0x0A
    case 0x85: index > 0 && bytes[index - 1] == 0xC2
    case 0xA8, 0xA9: index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2
    default: false
    }
  }

  /// The line break that the file uses.
  var lineBreak: String {
    guard let first = bytes.firstIndex(of: 0x0A) else { return "\n" }
    return first > 0 && bytes[first - 1] == 0x0D ? "\r\n" : "\n"
  }

  /// The offset of a position; columns count characters.
  func offset(of position: Position) -> Int {
    guard position.line >= 1, Int(position.line) <= lineStarts.count else { return bytes.count }
    var offset = lineStarts[Int(position.line) - 1]
    var left = Int(position.column) - 1
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// Where the line of an octet begins.
  func lineStart(of offset: Int) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// Where the line of an octet ends, before its break.
  func lineEnd(of offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    if end > offset, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// Where the line after that of an octet begins; the end of the text when there is none.
  func nextLine(after offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return min(end + 1, bytes.count)
  }

  /// The offset without the blanks and line breaks before it.
  func trimmed(_ end: Int, notBefore start: Int) -> Int {
    var end = min(end, bytes.count)
    while end > start, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// Whether there are only blanks from the start of the line to here.
  func isFirstOnLine(_ offset: Int) -> Bool {
    bytes[lineStart(of: offset)..<offset].allSatisfy { $0 == 0x20 }
  }

  /// How far in the line an octet stands.
  func column(of offset: Int) -> Int { offset - lineStart(of: offset) }

  func contains(_ octet: Character, in range: Range<Int>) -> Bool {
    bytes[range].contains { $0 == octet.asciiValue }
  }
}
