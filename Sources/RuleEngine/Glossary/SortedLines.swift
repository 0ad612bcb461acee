/// A text whose lines stand in the order of their octets, so that one is found by halving, without reading the others.
struct SortedLines: Hashable, Sendable {
  let text: String

  /// What follows `key` on the first line that begins with it; nil where none does.
  func rest(ofLineBeginningWith key: String) -> String? {
    guard let start = start(ofLineBeginningWith: key) else { return nil }
    let bytes = text.utf8Span.span
    let first = start + key.utf8.count
    var end = first
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    let utf8 = text.utf8
    let from = utf8.index(utf8.startIndex, offsetBy: first)
    return String(text[from..<utf8.index(from, offsetBy: end - first)])
  }

  func hasLine(beginningWith key: String) -> Bool { start(ofLineBeginningWith: key) != nil }

  private func start(ofLineBeginningWith key: String) -> Int? {
    let (bytes, wanted) = (text.utf8Span.span, key.utf8Span.span)
    var (low, high) = (0, bytes.count)
    while low < high {
      var start = low + (high - low) / 2
      while start > low, bytes[start - 1] != 0x0A { start -= 1 }
      if Self.isBefore(bytes, from: start, wanted) {
        low = start
        while low < high, bytes[low] != 0x0A { low += 1 }
        low = min(low + 1, high)
      } else {
        high = start
      }
    }
    return Self.begins(bytes, from: low, wanted) ? low : nil
  }

  /// Whether the octets from `start` on come before those of `key`.
  private static func isBefore(_ bytes: Span<UInt8>, from start: Int, _ key: Span<UInt8>) -> Bool {
    for index in key.indices {
      guard start + index < bytes.count else { return true }
      if bytes[start + index] != key[index] { return bytes[start + index] < key[index] }
    }
    return false
  }

  private static func begins(_ bytes: Span<UInt8>, from start: Int, _ key: Span<UInt8>) -> Bool {
    guard start + key.count <= bytes.count else { return false }
    for index in key.indices where bytes[start + index] != key[index] { return false }
    return true
  }
}
