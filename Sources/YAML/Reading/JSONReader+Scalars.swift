import Basics

extension JSONReader {
  mutating func takeWord(
    _ word: [UInt8], _ kind: NodeRecord.Kind, _ text: Span<UInt8>
  ) throws(SyntaxFailure) {
    guard text.has(word, at: offset) else {
      while offset < text.count, word.contains(text[offset]) { offset &+= 1 }
      guard offset < text.count else { throw failure("unexpected end of JSON") }
      throw unexpected(text, "expected true, false or null")
    }
    let range = builder.texts.add(text.extracting(offset..<offset + word.count))
    builder.add(NodeRecord(kind, first: range.offset, second: range.length, at: position))
    offset &+= word.count
  }

  mutating func takeNumber(_ text: Span<UInt8>) throws(SyntaxFailure) {
    let start = offset
    let startPosition = position
    if text[offset] == 0x2D { offset &+= 1 }
    if offset < text.count, text[offset] == 0x30 {
      offset &+= 1
    } else {
      try takeDigits(text)
    }
    if offset < text.count, text[offset] == 0x2E {
      offset &+= 1
      try takeDigits(text)
    }
    if offset < text.count, text[offset] | 0x20 == 0x65 {
      offset &+= 1
      if offset < text.count, text[offset] == 0x2B || text[offset] == 0x2D { offset &+= 1 }
      try takeDigits(text)
    }
    let range = builder.texts.add(text.extracting(start..<offset))
    builder.add(
      NodeRecord(.jsonNumber, first: range.offset, second: range.length, at: startPosition))
  }

  private mutating func takeDigits(_ text: Span<UInt8>) throws(SyntaxFailure) {
    let start = offset
    while offset < text.count, text[offset] &- 0x30 < 10 { offset &+= 1 }
    guard offset == start else { return }
    guard offset < text.count else { throw failure("unexpected end of JSON") }
    throw unexpected(text, "expected a digit")
  }

  /// Reads a string; the quick way as long as it holds no escapes and is well-formed.
  mutating func takeString(_ text: Span<UInt8>) throws(SyntaxFailure) {
    let startPosition = position
    offset &+= 1
    let start = offset
    while offset < text.count {
      skipPlain(text)
      guard offset < text.count else { break }
      let byte = text[offset]
      if byte == 0x22 {
        try refuseLongScalar(offset &- start)
        builder.addString(text.extracting(start..<offset), at: startPosition)
        offset &+= 1
        return
      }
      guard byte != 0x5C, byte >= 0x20 else { break }
      if byte < 0x80 {
        offset &+= 1
      } else {
        let length = UTF8Repair.length(at: offset, in: text)
        guard length > 0 else { break }
        skipCharacter(ofLength: length)
      }
    }
    scratch.removeAll(keepingCapacity: true)
    try refuseLongScalar(offset &- start)
    for index in start..<offset { scratch.append(text[index]) }
    try takeRestOfString(text)
    let rest = scratch
    builder.addString(rest.span, at: startPosition)
  }

  private func refuseLongScalar(_ count: Int) throws(SyntaxFailure) {
    guard count > builder.limits.scalarBytes else { return }
    throw failure("the text has more than \(builder.limits.scalarBytes) octets", .limit)
  }

  /// Goes past octets that stand for themselves, eight at a time; it may stop before the last of them.
  private mutating func skipPlain(_ text: Span<UInt8>) {
    var next = offset
    while next &+ 8 <= text.count {
      let special = Octets(text.word(at: next)).outsideOfASCIIText(or: 0x22, 0x5C)
      guard special == 0 else {
        next &+= special.trailingZeroBitCount / 8
        break
      }
      next &+= 8
    }
    offset = next
  }

  private mutating func takeRestOfString(_ text: Span<UInt8>) throws(SyntaxFailure) {
    while offset < text.count {
      try refuseLongScalar(scratch.count)
      let byte = text[offset]
      switch byte {
      case 0x22:
        offset &+= 1
        return
      case 0x5C: try takeEscape(text)
      case 0..<0x20: throw unexpected(text, "expected it to be escaped")
      default: takeCharacter(text)
      }
    }
    throw failure("unexpected end of JSON in a string")
  }

  private mutating func takeCharacter(_ text: Span<UInt8>) {
    let length = UTF8Repair.length(at: offset, in: text)
    if length == 0 {
      scratch += [0xEF, 0xBF, 0xBD]
    } else {
      for index in offset..<offset + length { scratch.append(text[index]) }
    }
    skipCharacter(ofLength: max(length, 1))
  }

  private mutating func skipCharacter(ofLength length: Int) {
    offset &+= length
    lineStart &+= length &- 1
  }

  private mutating func takeEscape(_ text: Span<UInt8>) throws(SyntaxFailure) {
    offset &+= 1
    guard offset < text.count else { throw failure("unexpected end of JSON in a string") }
    switch text[offset] {
    case 0x22, 0x5C, 0x2F: scratch.append(text[offset])
    case 0x62: scratch.append(0x08)
    case 0x66: scratch.append(0x0C)
    case 0x6E: scratch.append(0x0A)
    case 0x72: scratch.append(0x0D)
    case 0x74: scratch.append(0x09)
    case 0x75: return try takeUnicodeEscape(text)
    default: throw unexpected(text, "expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
    }
    offset &+= 1
  }

  /// Half a surrogate pair becomes U+FFFD, as in Go.
  private mutating func takeUnicodeEscape(_ text: Span<UInt8>) throws(SyntaxFailure) {
    offset &+= 1
    guard let unit = codeUnit(text, at: offset) else {
      while offset < text.count, PlainNumber.hexValue(text[offset]) != nil { offset &+= 1 }
      guard offset < text.count else { throw failure("unexpected end of JSON in a string") }
      throw unexpected(text, "expected four hexadecimal digits after \\u")
    }
    offset &+= 4
    var value = unit
    if unit & 0xFC00 == 0xD800, text.has([0x5C, 0x75], at: offset),
      let low = codeUnit(text, at: offset + 2), low & 0xFC00 == 0xDC00
    {
      value = 0x10000 &+ (unit & 0x3FF) << 10 &+ (low & 0x3FF)
      offset &+= 6
    }
    scratch += Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
  }

  private func codeUnit(_ text: Span<UInt8>, at offset: Int) -> UInt32? {
    guard offset + 4 <= text.count else { return nil }
    var value: UInt32 = 0
    for index in offset..<offset + 4 {
      guard let digit = PlainNumber.hexValue(text[index]) else { return nil }
      value = value << 4 | UInt32(truncatingIfNeeded: digit)
    }
    return value
  }
}
