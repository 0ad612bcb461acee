/// Names a finding by what it says about which field of which object, so that it is known again
/// after lines have moved.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  package init(of parts: [String]) {
    for part in parts {
      let octets = part.utf8Span.span
      for index in octets.indices { add(octets[index]) }
      add(0)
    }
  }

  /// FNV-1a, which is the same everywhere and for ever.
  private mutating func add(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// Sixteen hexadecimal digits.
  package var description: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The path without positions in lists, which change when something is put before.
  package static func withoutPositions(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: "[")) else { return path }
    var kept: [UInt8] = []
    var opening: Int?
    for byte in path.utf8 {
      kept.append(byte)
      if byte == UInt8(ascii: "[") {
        opening = kept.count
      } else if byte == UInt8(ascii: "]"), let start = opening {
        kept.removeSubrange(start..<(kept.count - 1))
        opening = nil
      } else if !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        opening = nil
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
