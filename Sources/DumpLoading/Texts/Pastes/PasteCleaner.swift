/// Takes off what mail, terminals and editors put around and into the lines of a paste.
enum PasteCleaner {
  /// The lines as the programs printed them, as far as that can be told; their numbers stay.
  static func clean(_ lines: [TextLine]) -> [TextLine] {
    var lines = lines.map(withoutControls)
    lines = PasteQuotes.removed(from: lines)
    lines = PasteFrame.removed(from: lines)
    lines = PasteStamps.removed(from: lines)
    return PasteFences.parted(lines)
  }

  /// A line without what a terminal does not show, with blanks in place of tabs and quotation marks as they were.
  private static func withoutControls(_ line: TextLine) -> TextLine {
    var line = withPlainBlanks(line)
    if line.number == 1, line.bytes.starts(with: byteOrderMark) { line.bytes.removeFirst(3) }
    if line.bytes.contains(0x1B) { line.bytes = withoutEscapes(line.bytes)[...] }
    if let overwritten = line.bytes.lastIndex(of: UInt8(ascii: "\r")) {
      line.bytes = line.bytes[(overwritten + 1)...]
    }
    if line.bytes.contains(UInt8(ascii: "\t")) { line.bytes = withoutTabs(line.bytes)[...] }
    if areAllQuotesEscaped(line.bytes) { line.bytes = withoutBackslashes(line.bytes)[...] }
    return line
  }

  /// A line in which blanks that do not break or have no width, as chats and web pages put them, are blanks or gone.
  private static func withPlainBlanks(_ line: TextLine) -> TextLine {
    guard line.bytes.contains(where: { $0 == 0xC2 || $0 == 0xE2 }) else { return line }
    var plain: [UInt8] = []
    var rest = line.bytes
    while let octet = rest.first {
      if let (blank, text) = blanks.first(where: { rest.starts(with: $0.blank) }) {
        plain += text
        rest = rest.dropFirst(blank.count)
      } else {
        plain.append(octet)
        rest = rest.dropFirst()
      }
    }
    var line = line
    line.bytes = plain[...]
    return line
  }

  /// U+00A0 and U+202F do not break, U+200B has no width.
  private static let blanks: [(blank: [UInt8], text: [UInt8])] = [
    ([0xC2, 0xA0], [0x20]), ([0xE2, 0x80, 0xAF], [0x20]), ([0xE2, 0x80, 0x8B], []),
  ]

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Without the sequences that colour a terminal or set its title (ECMA-48's CSI and OSC).
  private static func withoutEscapes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == 0x1B else {
        result.append(bytes[index])
        index += 1
        continue
      }
      index = endOfEscape(bytes, from: index + 1)
    }
    return result
  }

  private static func endOfEscape(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    guard start < bytes.endIndex else { return start }
    switch bytes[start] {
    case UInt8(ascii: "["):
      let final = bytes[(start + 1)...].firstIndex { (0x40...0x7E).contains($0) }
      return final.map { $0 + 1 } ?? bytes.endIndex
    case UInt8(ascii: "]"):
      let bell = bytes[start...].firstIndex { $0 == 0x07 || $0 == 0x1B }
      return bell.map { bytes[$0] == 0x07 ? $0 + 1 : $0 } ?? bytes.endIndex
    default: return start + 1
    }
  }

  /// Tabs as the blanks up to the next column that is a multiple of eight, but two at least: a gap between cells.
  private static func withoutTabs(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for octet in bytes {
      if octet == UInt8(ascii: "\t") {
        result += repeatElement(UInt8(ascii: " "), count: widthOfTab(at: result.count))
      } else {
        result.append(octet)
      }
    }
    return result
  }

  /// How many blanks stand for a tab behind so many characters.
  static func widthOfTab(at column: Int) -> Int {
    let width = 8 - column % 8
    return width < 2 ? width + 8 : width
  }

  /// Whether the line was cut out of a JSON string, in which every quotation mark has a backslash before it.
  private static func areAllQuotesEscaped(_ bytes: ArraySlice<UInt8>) -> Bool {
    var hasQuote = false
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\"") {
      guard index > bytes.startIndex, bytes[index - 1] == UInt8(ascii: "\\") else { return false }
      hasQuote = true
    }
    return hasQuote
  }

  private static func withoutBackslashes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.indices.filter { index in
      bytes[index] != UInt8(ascii: "\\") || index + 1 == bytes.endIndex
        || bytes[index + 1] != UInt8(ascii: "\"")
    }.map { bytes[$0] }
  }
}
