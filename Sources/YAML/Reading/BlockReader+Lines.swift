import Basics

extension BlockReader {
  /// Goes past blanks, empty lines and comments; false at the end of the text.
  mutating func advance(_ text: Span<UInt8>) throws(NotPlain) -> Bool {
    while offset < text.count {
      switch text[offset] {
      case 0x20: offset = text.endOfSpaces(from: offset)
      case 0x0A: passLineBreak()
      case 0x23: try finishComment(text)
      default: return true
      }
    }
    return false
  }

  /// Goes past blanks and empty lines, which may follow on a line of a scalar.
  ///
  /// - Returns: How many line breaks there were.
  mutating func passLineBreaks(_ text: Span<UInt8>) -> Int {
    var count = 0
    while offset < text.count {
      switch text[offset] {
      case 0x20: offset = text.endOfSpaces(from: offset)
      case 0x0A:
        passLineBreak()
        count &+= 1
      default: return count
      }
    }
    return count
  }

  mutating func passLineBreak() {
    offset &+= 1
    line &+= 1
    lineStart = offset
  }

  /// Goes to the end of the line, on which nothing may stand but a comment.
  mutating func finishLine(_ text: Span<UInt8>) throws(NotPlain) {
    guard offset < text.count, text[offset] != 0x0A else { return }
    guard text[offset] == 0x20 else { throw NotPlain() }
    offset = text.endOfSpaces(from: offset)
    try finishComment(text)
  }

  /// Goes to the end of the line, before which only a comment may stand, without blanks.
  mutating func finishComment(_ text: Span<UInt8>) throws(NotPlain) {
    guard offset < text.count, text[offset] != 0x0A else { return }
    guard text[offset] == 0x23 else { throw NotPlain() }
    let end = text.firstIndex(of: 0x0A, from: offset) ?? text.count
    try passText(until: end, text)
  }

  /// Goes to an offset on the same line, past text in which tabs are allowed.
  mutating func passText(until end: Int, _ text: Span<UInt8>) throws(NotPlain) {
    while offset < end {
      if offset &+ 8 <= end {
        let special = Octets(text.word(at: offset)).outsideOfASCIIText
        guard special != 0 else {
          offset &+= 8
          continue
        }
        offset &+= special.trailingZeroBitCount / 8
      }
      switch text[offset] {
      case 0x09, 0x20...0x7E: offset &+= 1
      default: try passCharacter(text)
      }
    }
  }

  /// Goes past a character beyond ASCII that libyaml takes for text.
  mutating func passCharacter(_ text: Span<UInt8>) throws(NotPlain) {
    let length = UTF8Repair.length(at: offset, in: text)
    guard length > 1, Self.isText(at: offset, in: text) else { throw NotPlain() }
    offset &+= length
    lineStart &+= length &- 1
  }

  /// Whether a well-formed character is neither a control, a line end, a byte order mark nor of the stands of `Dialect`.
  private static func isText(at offset: Int, in text: Span<UInt8>) -> Bool {
    switch text[offset] {
    case 0xC2: text[offset &+ 1] >= 0xA0
    case 0xE2: !(text[offset &+ 1] == 0x80 && (0xA8...0xA9).contains(text[offset &+ 2]))
    case 0xEF:
      !(text[offset &+ 1] == 0xBB && text[offset &+ 2] == 0xBF)
        && !(text[offset &+ 1] == 0xBF && text[offset &+ 2] >= 0xBE)
    case 0xF4: false
    default: true
    }
  }
}

extension Span<UInt8> {
  /// Where the spaces end that begin at `start`.
  func endOfSpaces(from start: Int) -> Int {
    var next = start
    while next &+ 8 <= count {
      let others = word(at: next) ^ 0x2020_2020_2020_2020
      guard others == 0 else { return next &+ others.trailingZeroBitCount / 8 }
      next &+= 8
    }
    while next < count, self[next] == 0x20 { next &+= 1 }
    return next
  }
}
