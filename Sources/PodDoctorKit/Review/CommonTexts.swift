import Basics

/// Fields and sentences that findings about many manifests have in common, each of which takes memory once.
///
/// The last text of each hash is known, and no more: a table that grows by the texts that come once takes longer to fill
/// than a finding to make.
struct CommonTexts: Sendable {
  private var slots = [String](repeating: "", count: 1 << slotBits)

  private static let slotBits = 8
  /// What a string holds in itself.
  private static let longestWithoutMemory = 15

  /// The same text as it was before, where there was one.
  mutating func shared(_ text: String) -> String {
    let octets = text.utf8Span.span
    guard octets.count > Self.longestWithoutMemory else { return text }
    let slot = Self.slot(of: octets)
    let known = slots[slot]
    if known.utf8Span.span.isEqual(to: octets) { return known }
    slots[slot] = text
    return text
  }

  /// A place by the beginning, the middle and the end of a text.
  private static func slot(of octets: Span<UInt8>) -> Int {
    let start = mixed(UInt64(truncatingIfNeeded: octets.count), octets.word(at: 0))
    let middle = mixed(start, octets.word(at: octets.count / 2))
    let end = mixed(middle, octets.word(at: octets.count - 8))
    return Int(truncatingIfNeeded: end >> UInt64(64 - slotBits))
  }

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }
}
