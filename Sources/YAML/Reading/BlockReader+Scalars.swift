import Basics

/// A scalar that was found in a text.
struct ScannedScalar {
  /// Where it begins, and where what follows on it is, quotes included.
  let start: Int
  var end: Int
  let isQuoted: Bool
  var isInOneLine = true
  /// Whether its text is in the reader's scratch, because it is not in the file as it is.
  var isInScratch = false

  /// Where the text is in the file.
  var textRange: Range<Int> { isQuoted ? start &+ 1..<end &- 1 : start..<end }
}

extension BlockReader {
  /// Scans a scalar: all of a quoted one, of a plain one what stands on this line.
  mutating func scanned(_ text: Span<UInt8>) throws(NotPlain) -> ScannedScalar {
    switch text[offset] {
    case 0x22, 0x27: return try scannedQuoted(text)
    case 0x2D:
      guard offset &+ 1 < text.count, text[offset &+ 1] > 0x20 else { throw NotPlain() }
    case 0x21, 0x23, 0x25, 0x26, 0x2A, 0x2C, 0x3A, 0x3E, 0x3F, 0x40, 0x5B, 0x5D, 0x60, 0x7B...0x7D:
      throw NotPlain()
    default: break
    }
    let start = offset
    return ScannedScalar(start: start, end: try endOfPlain(text), isQuoted: false)
  }

  /// Goes to where a plain scalar ends on this line: a line break, a colon or a comment.
  ///
  /// - Returns: The end of its text, without blanks.
  private mutating func endOfPlain(_ text: Span<UInt8>) throws(NotPlain) -> Int {
    let start = offset
    while offset < text.count {
      if offset &+ 8 <= text.count {
        let special = Octets(text.word(at: offset)).outsideOfASCIIText(or: 0x3A, 0x23)
        guard special != 0 else {
          offset &+= 8
          continue
        }
        offset &+= special.trailingZeroBitCount / 8
      }
      let byte = text[offset]
      if byte == 0x0A || isIndicator(byte, in: text) { break }
      if byte >= 0x20, byte < 0x7F { offset &+= 1 } else { try passCharacter(text) }
    }
    var end = offset
    while end > start, text[end &- 1] == 0x20 { end &-= 1 }
    return end
  }

  /// Whether the octet at `offset` is a colon that ends a key, or begins a comment.
  private func isIndicator(_ byte: UInt8, in text: Span<UInt8>) -> Bool {
    switch byte {
    case 0x3A:
      offset &+ 1 >= text.count || text[offset &+ 1] == 0x20 || text[offset &+ 1] == 0x0A
    case 0x23: offset > 0 && text[offset &- 1] == 0x20
    default: false
    }
  }

  /// Reads further lines of a plain scalar, and what else is on its last one.
  mutating func takeContinuation(
    of scanned: inout ScannedScalar, _ text: Span<UInt8>
  ) throws(NotPlain) {
    while offset < text.count, text[offset] == 0x0A {
      let breaks = passLineBreaks(text)
      guard offset < text.count, isIndented(deeperThan: frame), text[offset] != 0x23 else { return }
      if !scanned.isInScratch { startScratch(text, scanned.textRange) }
      scanned.isInScratch = true
      appendFolded(breaks)
      let start = offset
      let end = try endOfPlain(text)
      guard end > start else { throw NotPlain() }
      scratch.append(contentsOf: start..<end, of: text)
    }
    try finishComment(text)
  }

  private mutating func startScratch(_ text: Span<UInt8>, _ range: Range<Int>) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: range, of: text)
  }

  /// One line break is a blank, of more the first does not count.
  private mutating func appendFolded(_ breaks: Int) {
    if breaks == 1 {
      scratch.append(0x20)
    } else {
      for _ in 1..<max(breaks, 1) { scratch.append(0x0A) }
    }
  }
}

extension BlockReader {
  /// Scans a quoted scalar to behind its closing quote.
  private mutating func scannedQuoted(_ text: Span<UInt8>) throws(NotPlain) -> ScannedScalar {
    let quote = text[offset]
    let escape: UInt8 = quote == 0x22 ? 0x5C : quote
    var scanned = ScannedScalar(start: offset, end: offset, isQuoted: true)
    offset &+= 1
    var run = offset
    while true {
      try passQuotedText(quote, escape, text)
      guard offset < text.count else { throw NotPlain() }
      let isClosing =
        text[offset] == quote
        && (quote == 0x22 || offset &+ 1 >= text.count || text[offset &+ 1] != quote)
      if isClosing && !scanned.isInScratch { break }
      if !scanned.isInScratch { scratch.removeAll(keepingCapacity: true) }
      scanned.isInScratch = true
      if text[offset] == 0x0A {
        scanned.isInOneLine = false
        try foldQuoted(run, text)
      } else {
        scratch.append(contentsOf: run..<offset, of: text)
        if isClosing { break }
        try takeEscape(text)
      }
      run = offset
    }
    offset &+= 1
    scanned.end = offset
    return scanned
  }

  /// Goes to the next quote, escape or line break.
  private mutating func passQuotedText(
    _ quote: UInt8, _ escape: UInt8, _ text: Span<UInt8>
  ) throws(NotPlain) {
    while offset < text.count {
      if offset &+ 8 <= text.count {
        let special = Octets(text.word(at: offset)).outsideOfASCIIText(or: quote, escape)
        guard special != 0 else {
          offset &+= 8
          continue
        }
        offset &+= special.trailingZeroBitCount / 8
      }
      switch text[offset] {
      case quote, escape, 0x0A: return
      case 0x20...0x7E: offset &+= 1
      default: try passCharacter(text)
      }
    }
  }

  /// Adds what stands before a line break, and goes to the first character of the next line that has one.
  private mutating func foldQuoted(_ run: Int, _ text: Span<UInt8>) throws(NotPlain) {
    var end = offset
    while end > run, text[end &- 1] == 0x20 { end &-= 1 }
    scratch.append(contentsOf: run..<end, of: text)
    appendFolded(passLineBreaks(text))
    guard isIndented(deeperThan: frame) else { throw NotPlain() }
  }

  /// Reads the commonest escapes: `''` in single quotes, `\"` and a few more in double quotes.
  private mutating func takeEscape(_ text: Span<UInt8>) throws(NotPlain) {
    guard offset &+ 1 < text.count else { throw NotPlain() }
    switch text[offset &+ 1] {
    case 0x20, 0x22, 0x5C: scratch.append(text[offset &+ 1])
    case 0x27 where text[offset] == 0x27: scratch.append(0x27)
    case 0x6E: scratch.append(0x0A)
    case 0x72: scratch.append(0x0D)
    case 0x74: scratch.append(0x09)
    default: throw NotPlain()
    }
    offset &+= 2
  }
}

extension [UInt8] {
  /// Appends a part of a text.
  mutating func append(contentsOf range: Range<Int>, of text: Span<UInt8>) {
    unsafe text.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
