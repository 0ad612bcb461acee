/// Tells most keys that a mapping does not hold without a look at its entries.
struct KeySieve {
  private var bits: UInt64 = 0

  mutating func insert(_ key: String) {
    bits |= Self.bit(of: key)
  }

  /// False only when the key was not inserted.
  func mayHold(_ key: String) -> Bool {
    bits & Self.bit(of: key) != 0
  }

  private static func bit(of key: String) -> UInt64 {
    let bytes = key.utf8
    let first = UInt64(bytes.first ?? 0)
    return 1 &<< ((UInt64(truncatingIfNeeded: bytes.count) &* 11 &+ first) & 63)
  }
}
