extension BlockReader {
  /// What becomes of the line breaks at the end of a literal scalar.
  private enum Chomping {
    case clip, strip, keep
  }

  /// Reads a scalar after `|`, whose lines are kept as they are.
  mutating func takeLiteral(_ text: Span<UInt8>) throws(NotPlain) {
    guard frame.kind != .outside else { throw NotPlain() }
    let position = position
    let chomping = try takeHeader(text)
    scratch.removeAll(keepingCapacity: true)
    while offset < text.count, text[offset] == 0x0A {
      passLineBreak()
      scratch.append(0x0A)
    }
    let indent = text.endOfSpaces(from: offset) &- offset
    guard offset &+ indent < text.count, text[offset &+ indent] > 0x20, indent > frame.indent else {
      throw NotPlain()
    }
    let breaks = try takeLines(indent, text)
    if chomping != .strip { scratch.append(0x0A) }
    if chomping == .keep { appendBreaks(breaks) }
    let bytes = scratch
    try add(bytes.span, isQuoted: true, at: position)
  }

  private mutating func takeHeader(_ text: Span<UInt8>) throws(NotPlain) -> Chomping {
    offset &+= 1
    var chomping = Chomping.clip
    if offset < text.count, text[offset] == 0x2D { chomping = .strip }
    if offset < text.count, text[offset] == 0x2B { chomping = .keep }
    if chomping != .clip { offset &+= 1 }
    guard offset < text.count, text[offset] == 0x0A else { throw NotPlain() }
    passLineBreak()
    return chomping
  }

  /// Reads all lines, the last one without its line break.
  ///
  /// - Returns: How many empty lines follow on it.
  private mutating func takeLines(_ indent: Int, _ text: Span<UInt8>) throws(NotPlain) -> Int {
    offset &+= indent
    while true {
      let start = offset
      guard let end = text.firstIndex(of: 0x0A, from: offset) else { throw NotPlain() }
      try passText(until: end, text)
      scratch.append(contentsOf: start..<end, of: text)
      let breaks = passEmptyLines(indent, text)
      let isAtEnd = offset >= text.count
      if isAtEnd || offset &- lineStart < indent {
        guard isAtEnd ? offset == lineStart : text[offset] != 0x09 else { throw NotPlain() }
        return breaks
      }
      appendBreaks(breaks &+ 1)
    }
  }

  /// Goes past the end of a line, and past lines without text, to the text of the next one.
  private mutating func passEmptyLines(_ indent: Int, _ text: Span<UInt8>) -> Int {
    var count = -1
    while offset < text.count, text[offset] == 0x0A {
      passLineBreak()
      count &+= 1
      let end = min(lineStart &+ indent, text.count)
      while offset < end, text[offset] == 0x20 { offset &+= 1 }
    }
    return count
  }

  private mutating func appendBreaks(_ count: Int) {
    for _ in 0..<max(count, 0) { scratch.append(0x0A) }
  }
}
