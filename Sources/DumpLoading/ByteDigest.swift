/// FNV-1a over 64 bits: tells inputs apart, and is no defence against anyone.
struct ByteDigest: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: borrowing RawSpan) {
    for index in bytes.byteOffsets {
      state = (state ^ UInt64(bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self))) &* 0x100_0000_01b3
    }
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  var description: String {
    let digits = String(state, radix: 16)
    return "fnv1a64:" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
