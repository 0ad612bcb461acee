/// Standard base64 with padding, as Go's decoder reads it; line ends are skipped.
enum Base64 {
  static func isValid(_ text: String) -> Bool { firstError(in: text) == nil }

  /// Where Go's decoder says that it stopped.
  static func errorOffset(of text: String) -> Int { firstError(in: text) ?? 0 }

  private static func firstError(in text: String) -> Int? {
    var digits = 0
    var padding = 0
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
      case UInt8(ascii: "="):
        guard digits % 4 >= 2, padding < 4 - digits % 4 else { return offset }
        padding += 1
      case _ where isDigit(byte):
        guard padding == 0 else { return offset }
        digits += 1
      default: return offset
      }
    }
    return (digits + padding) % 4 == 0 ? nil : text.utf8.count - (digits + padding) % 4
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte.isLowercaseLetter || byte.isUppercaseLetter || byte.isDigit || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "/")
  }
}
