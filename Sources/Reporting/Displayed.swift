import Basics

/// Text from the dump as it may be shown on a terminal.
package enum Displayed {
  /// One line without anything that a terminal would obey: breaks become spaces, controls become visible.
  package static func text(_ text: String) -> String {
    if text.hasOnlyOctets(in: 0x20...0x7E) { return text }
    guard text.unicodeScalars.contains(where: \.isHarmful) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\t", "\r": shown += " "
      case _ where scalar.isHarmful: shown += escape(scalar)
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// The columns that the text takes on a terminal: two for wide characters, none for combining marks.
  package static func columns(of text: String) -> Int {
    if text.utf8Span.isKnownASCII || text.hasOnlyOctets(in: 0...0x7F) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text cut to `columns`; what is cut off is the beginning, for the end of an error says most.
  package static func tail(of text: String, columns: Int) -> String {
    guard self.columns(of: text) > columns else { return text }
    let scalars = text.unicodeScalars
    var start = scalars.endIndex
    var room = columns - 4
    while start > scalars.startIndex {
      let before = scalars.index(before: start)
      room -= self.columns(of: scalars[before])
      if room < 0 { break }
      start = before
    }
    while start < scalars.endIndex, scalars[start] == " " { start = scalars.index(after: start) }
    return "... " + String(text[start...])
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return digits.count > 2 ? "\\u{\(digits)}" : "\\x" + (digits.count < 2 ? "0" : "") + digits
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300..<0x370, 0x200B..<0x2010, 0xFE00..<0xFE10: 0
    case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xAC00..<0xD7A4, 0xF900..<0xFB00, 0xFE30..<0xFE70,
      0xFF00..<0xFF61, 0x1F300..<0x1F650, 0x1F900..<0x1FA00, 0x20000..<0x30000:
      2
    default: 1
    }
  }
}
