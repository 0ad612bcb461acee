/// Blanks as Go's `unicode.IsSpace` knows them.
enum Blank {
  /// How many octets the blank at `offset` has; zero when there is none.
  static func width(at offset: Int, in text: Span<UInt8>) -> Int {
    switch text[offset] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2:
      return text.has([0x85], at: offset + 1) || text.has([0xA0], at: offset + 1) ? 2 : 0
    case 0xE1: return text.has([0x9A, 0x80], at: offset + 1) ? 3 : 0
    case 0xE2:
      guard offset + 2 < text.count else { return 0 }
      switch (text[offset + 1], text[offset + 2]) {
      case (0x80, 0x80...0x8A), (0x80, 0xA8), (0x80, 0xA9), (0x80, 0xAF), (0x81, 0x9F): return 3
      default: return 0
      }
    case 0xE3: return text.has([0x80, 0x80], at: offset + 1) ? 3 : 0
    default: return 0
    }
  }
}
