import Basics

/// The texts of a document's scalars, one after the other; short ones that come again are stored once.
struct TextStore {
  /// Where a text stands in the store.
  struct Range {
    let offset: UInt32
    let length: UInt32
  }

  private(set) var bytes: [UInt8] = []
  /// The last text seen for each hash; entries may be stale, so what they point at is always compared.
  private var recent = [UInt64](repeating: 0, count: 1 << 8)

  /// Longer texts are not looked for among those that are stored.
  private static let longest = 96

  subscript(_ range: Range) -> ArraySlice<UInt8> {
    bytes[Int(range.offset)..<Int(range.offset) &+ Int(range.length)]
  }

  /// Makes room for the texts of a large document.
  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count)
    recent = [UInt64](repeating: 0, count: 1 << 11)
  }

  mutating func add(_ text: Span<UInt8>) -> Range {
    guard text.count <= Self.longest else { return append(text) }
    let slot = Int(truncatingIfNeeded: Self.hash(text)) & (recent.count &- 1)
    let known = recent[slot]
    let range = Range(offset: UInt32(truncatingIfNeeded: known >> 8), length: UInt32(known & 0xFF))
    if Int(range.length) == text.count, isText(text, at: Int(range.offset)) { return range }
    let added = append(text)
    recent[slot] = UInt64(added.offset) << 8 | UInt64(added.length)
    return added
  }

  mutating func add(_ text: String) -> Range {
    let utf8 = Array(text.utf8)
    return add(utf8.span)
  }

  /// Hands over what was stored and starts anew, keeping the room for the next document when it is small.
  mutating func take() -> [UInt8] {
    if bytes.count > 1 << 20 {
      let taken = bytes
      bytes = []
      return taken
    }
    let taken = bytes.exactCopy
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: text.count)
    var offset = 0
    while offset < text.count {
      hash = (hash ^ text.word(at: offset)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      offset &+= 8
    }
    return hash ^ hash >> 32
  }

  private func isText(_ text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset &+ text.count <= bytes.count else { return false }
    return bytes.span.extracting(offset..<offset &+ text.count).isEqual(to: text)
  }

  private mutating func append(_ text: Span<UInt8>) -> Range {
    let offset = bytes.count
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    return Range(
      offset: UInt32(truncatingIfNeeded: offset), length: UInt32(truncatingIfNeeded: text.count))
  }
}
