/// One line of a text that was written for people, without its line break.
struct TextLine: Sendable {
  var bytes: ArraySlice<UInt8>
  /// Counted from 1.
  var number: Int

  /// The lines of a text; line feeds end them, alone or after a carriage return.
  static func lines(of text: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
      var line = text[start..<end]
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      lines.append(TextLine(bytes: line, number: lines.count + 1))
      start = end + 1
    }
    return lines
  }
}
