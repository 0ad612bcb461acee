/// Finds the octet of a line and column as libyaml counts them, walking forward only as long as it can.
struct LineCursor {
  private var line: UInt32 = 1
  private var lineStart = 0

  /// The offset of a position; the end of the text when it lies beyond.
  mutating func offset(of position: Position, in text: Span<UInt8>) -> Int {
    if position.line < line { self = LineCursor() }
    while line < position.line, lineStart < text.count { skipLine(text) }
    var offset = lineStart
    for _ in 1..<max(position.column, 1) where offset < text.count {
      offset += 1
      while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// The position of an octet.
  static func position(ofOffset target: Int, in text: Span<UInt8>) -> Position {
    var cursor = LineCursor()
    let target = min(target, text.count)
    while true {
      var next = cursor
      next.skipLine(text)
      if next.lineStart > target || next.lineStart >= text.count { break }
      cursor = next
    }
    var column: UInt32 = 1
    for offset in cursor.lineStart..<target where text[offset] & 0xC0 != 0x80 { column &+= 1 }
    return Position(line: cursor.line, column: column)
  }

  private mutating func skipLine(_ text: Span<UInt8>) {
    while lineStart < text.count {
      let width = Self.lineBreak(at: lineStart, in: text)
      lineStart += max(width, 1)
      if width > 0 { break }
    }
    line &+= 1
  }

  /// How many octets the line break at `offset` has; zero when there is none.
  private static func lineBreak(at offset: Int, in text: Span<UInt8>) -> Int {
    switch text[offset] {
    case 0x0A: 1
    case 0x0D: text.has([0x0A], at: offset + 1) ? 2 : 1
    case 0xC2 where text.has([0x85], at: offset + 1): 2
    case 0xE2
    where text.has([0x80, 0xA8], at: offset + 1) || text.has([0x80, 0xA9], at: offset + 1): 3
    default: 0
    }
  }
}
