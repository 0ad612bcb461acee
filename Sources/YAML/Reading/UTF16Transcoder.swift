/// Turns UTF-16 with a byte order mark into UTF-8.
enum UTF16Transcoder {
  /// The text as UTF-8; nil when it does not begin with a byte order mark of UTF-16.
  static func utf8(_ text: Span<UInt8>) throws(SyntaxFailure) -> [UInt8]? {
    guard let lowFirst = lowOctetFirst(text) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var offset = 2
    var position = Position(line: 1, column: 1)
    while offset < text.count {
      var value = try unit(at: offset, text, lowFirst, position)
      offset += 2
      if value & 0xFC00 == 0xD800 {
        let low = try unit(at: offset, text, lowFirst, position)
        guard low & 0xFC00 == 0xDC00 else { throw failure("expected a low surrogate", position) }
        value = 0x10000 &+ (value & 0x3FF) << 10 &+ (low & 0x3FF)
        offset += 2
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw failure("unexpected low surrogate", position)
      }
      bytes += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      if value == 0x0A {
        position = Position(line: position.line &+ 1, column: 1)
      } else {
        position.column &+= 1
      }
    }
    return bytes
  }

  private static func lowOctetFirst(_ text: Span<UInt8>) -> Bool? {
    if text.has([0xFF, 0xFE], at: 0) { return true }
    return text.has([0xFE, 0xFF], at: 0) ? false : nil
  }

  private static func unit(
    at offset: Int, _ text: Span<UInt8>, _ lowFirst: Bool, _ position: Position
  ) throws(SyntaxFailure) -> UInt32 {
    guard offset + 1 < text.count else {
      throw failure("incomplete UTF-16 character at the end of the text", position)
    }
    let (first, second) = (UInt32(text[offset]), UInt32(text[offset + 1]))
    return lowFirst ? second << 8 | first : first << 8 | second
  }

  private static func failure(_ says: String, _ position: Position) -> SyntaxFailure {
    SyntaxFailure(says: says, position: position)
  }
}
