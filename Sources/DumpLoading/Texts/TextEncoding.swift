/// Reads texts that are not in UTF-8: what `>` of Windows PowerShell writes is UTF-16 with a byte order mark.
enum TextEncoding {
  /// The text as UTF-8; what is no character becomes U+FFFD.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 2 else { return bytes }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): return utf8(bytes, low: 0, high: 1)
    case (0xFE, 0xFF): return utf8(bytes, low: 1, high: 0)
    default: return bytes
    }
  }

  /// Units begin behind the mark; an octet that is left over at the end is none.
  private static func utf8(_ bytes: [UInt8], low: Int, high: Int) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for place in stride(from: 2, to: bytes.count - 1, by: 2) {
      units.append(UInt16(bytes[place + high]) << 8 | UInt16(bytes[place + low]))
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
