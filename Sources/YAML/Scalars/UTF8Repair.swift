/// Makes UTF-8 of octets as Go does: every octet that does not fit becomes U+FFFD.
enum UTF8Repair {
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      let length = length(at: offset, in: bytes.span)
      if length > 0 {
        text += bytes[offset..<offset + length]
      } else {
        text += [0xEF, 0xBF, 0xBD]
      }
      offset += max(length, 1)
    }
    return text
  }

  /// How many octets the well-formed character at `offset` has; zero when there is none.
  static func length(at offset: Int, in bytes: Span<UInt8>) -> Int {
    let lead = bytes[offset]
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return follows(1, 0x80...0xBF, offset, bytes) ? 2 : 0
    case 0xE0: return follows(2, 0xA0...0xBF, offset, bytes) ? 3 : 0
    case 0xED: return follows(2, 0x80...0x9F, offset, bytes) ? 3 : 0
    case 0xE1...0xEF: return follows(2, 0x80...0xBF, offset, bytes) ? 3 : 0
    case 0xF0: return follows(3, 0x90...0xBF, offset, bytes) ? 4 : 0
    case 0xF1...0xF3: return follows(3, 0x80...0xBF, offset, bytes) ? 4 : 0
    case 0xF4: return follows(3, 0x80...0x8F, offset, bytes) ? 4 : 0
    default: return 0
    }
  }

  private static func follows(
    _ count: Int, _ second: ClosedRange<UInt8>, _ offset: Int, _ bytes: Span<UInt8>
  ) -> Bool {
    guard offset + count < bytes.count, second.contains(bytes[offset + 1]) else { return false }
    for step in 1...count where bytes[offset + step] & 0xC0 != 0x80 { return false }
    return true
  }
}
