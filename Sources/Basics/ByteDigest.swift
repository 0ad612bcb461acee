/// A quick digest of 64 bits: tells inputs apart, and is no defence against anyone.
///
/// It takes eight bytes at a time, so that it costs little beside reading them. However the bytes come in pieces, the
/// digest is the same.
package struct ByteDigest: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325
  /// The bytes that do not fill a word yet, the first one lowest.
  private var pending: UInt64 = 0
  private var pendingCount: UInt64 = 0
  private var length: UInt64 = 0

  package init() {}

  /// Adds octets.
  package mutating func add(_ bytes: Span<UInt8>) {
    var index = 0
    while index < bytes.count, pendingCount > 0 {
      add(bytes[index])
      index += 1
    }
    let raw = unsafe bytes.bytes
    while index + 8 <= bytes.count {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      state = Self.mixed(state, UInt64(littleEndian: word))
      length &+= 8
      index += 8
    }
    while index < bytes.count {
      add(bytes[index])
      index += 1
    }
  }

  /// Adds the octets of a text.
  package mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
  }

  private mutating func add(_ byte: UInt8) {
    pending |= UInt64(byte) << (8 * pendingCount)
    pendingCount += 1
    length &+= 1
    guard pendingCount == 8 else { return }
    state = Self.mixed(state, pending)
    (pending, pendingCount) = (0, 0)
  }

  private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word) &* 0x9e37_79b9_7f4a_7c15
    return product ^ product >> 32
  }

  /// The digest as reports show it.
  package var description: String { "mix64:\(digits)" }

  /// What tells inputs apart.
  package var value: UInt64 { Self.mixed(Self.mixed(state, pending), length) }

  /// Sixteen hexadecimal digits.
  package var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
