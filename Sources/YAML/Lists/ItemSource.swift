import Basics
import Synchronization

/// Reads items of a list again that were let go once they were decoded, when somebody asks for them after all.
///
/// What was read again is kept. A text that is not what it was gives nothing, and `hasChanged` tells so.
package final class ItemSource: Sendable {
  private let items: ListItems
  private let digests: [UInt64]
  private let octets: @Sendable (Range<Int>) -> [UInt8]?
  private let known = Mutex<[Int: YAMLNode]>([:])
  private let changed = Atomic(false)

  /// A source of items.
  ///
  /// - Parameters:
  ///   - items: where they stand.
  ///   - part: their text.
  ///   - octets: reads a part of the text of the list again; nil when that cannot be done.
  package init(
    _ items: ListItems, in part: Span<UInt8>,
    from octets: @escaping @Sendable (Range<Int>) -> [UInt8]?
  ) {
    self.items = items
    self.octets = octets
    let start = items.range.lowerBound
    digests = (0..<items.count).map { item in
      let range = items.range(of: item)
      return Self.digest(
        of: part.extracting(range.lowerBound - start..<range.upperBound - start))
    }
  }

  private static func digest(of text: Span<UInt8>) -> UInt64 {
    var digest = ByteDigest()
    digest.add(text)
    return digest.value
  }

  /// The file that the items are in.
  package var file: String { items.file }

  /// Whether somebody asked for an item that cannot be read as it was.
  package var hasChanged: Bool { changed.load(ordering: .relaxed) }

  /// An item by its place in the part; nil when its text has changed.
  package func item(_ number: Int) -> YAMLNode? {
    if let item = known.withLock({ $0[number] }) { return item }
    guard let item = readAgain(number) else {
      changed.store(true, ordering: .relaxed)
      return nil
    }
    return known.withLock { known in
      if let earlier = known[number] { return earlier }
      known[number] = item
      return item
    }
  }

  private func readAgain(_ number: Int) -> YAMLNode? {
    guard let text = octets(items.range(of: number)), Self.digest(of: text.span) == digests[number]
    else {
      return nil
    }
    return items.item(number, from: text.span)
  }
}
