import Basics

/// A key of a mapping and its value, as far as finding it among others needs.
struct KeySlot {
  /// The first eight octets, which tell most keys apart.
  let start: UInt64
  private let offset: UInt32
  private let length: UInt32
  /// Where the value stands among the nodes of the document.
  let value: UInt32

  init(_ key: NodeRecord, value: UInt32, in document: Document) {
    let text = document.text
    start = text.octets(from: key.first, key.second).word(at: 0)
    offset = key.first
    length = key.second
    self.value = value
  }

  /// A bit of 64 for the key, by which most keys that are absent from a mapping are known at once.
  var bit: UInt64 { Self.bit(start: start, length: Int(length)) }

  static func bit(start: UInt64, length: Int) -> UInt64 {
    1 &<< ((UInt64(truncatingIfNeeded: length) &* 11 &+ start) & 63)
  }

  /// Whether this is the key, whose first eight octets are the same.
  func isRest(of key: Span<UInt8>, in document: Document) -> Bool {
    guard Int(length) == key.count else { return false }
    if key.count <= 8 { return true }
    let text = document.text
    return text.octets(from: offset, length).isEqual(to: key)
  }
}
