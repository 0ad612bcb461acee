/// A name that is looked for in many tables, with what they find it by.
package struct HashedName: Sendable {
  package let text: String
  /// The first eight octets, as a word.
  package let start: UInt64
  /// How many octets it has.
  package let length: Int
  fileprivate let hash: Int

  package init(_ text: String) {
    self.text = text
    let octets = text.utf8Span.span
    start = octets.word(at: 0)
    length = octets.count
    hash = NameTable.hash(octets, start)
  }
}

/// A few names that are looked up often, each with its place among them: those of facts, of fields.
package final class NameTable: Sendable {
  /// What is compared of a name before its octets are.
  private struct Entry {
    let start: UInt64
    let length: Int
    let place: Int
    /// Where its octets are among those of all names.
    let offset: Int
  }

  package let inOrder: [String]
  /// By a cheap hash of its text, the entry of each name, behind others of the same hash; a place of -1 where there is none.
  private let slots: [Entry]
  /// The octets of all names, one after the other.
  private let octets: [UInt8]

  package init(_ names: [String]) {
    inOrder = names
    var size = 4
    while size < names.count * 3 { size *= 2 }
    var slots = [Entry](repeating: Entry(start: 0, length: 0, place: -1, offset: 0), count: size)
    var all: [UInt8] = []
    for (place, name) in names.enumerated() {
      let octets = name.utf8Span.span
      let start = octets.word(at: 0)
      var slot = Self.hash(octets, start) & (size - 1)
      while slots[slot].place >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Entry(start: start, length: octets.count, place: place, offset: all.count)
      all += name.utf8
    }
    self.slots = slots
    octets = all
  }

  /// The place of a name; of a name that is there twice, the first.
  package subscript(_ name: String) -> Int? { self[name.utf8Span.span] }

  /// The place of a name that is given by its octets; of a name that is there twice, the first.
  package subscript(_ name: Span<UInt8>) -> Int? {
    let start = name.word(at: 0)
    return place(start, name.count, hashed: Self.hash(name, start)) { isName(name, at: $0) }
  }

  /// The place of a name whose hash is known.
  package subscript(_ name: HashedName) -> Int? {
    place(name.start, name.length, hashed: name.hash) {
      isName(name.text.utf8Span.span, at: $0)
    }
  }

  /// The place of a name; whether its octets are those at an offset is asked of long names only.
  @inline(__always)
  private func place(
    _ start: UInt64, _ length: Int, hashed hash: Int, _ isName: (Int) -> Bool
  ) -> Int? {
    var slot = hash & (slots.count - 1)
    while slots[slot].place >= 0 {
      let entry = slots[slot]
      if entry.start == start, entry.length == length, length <= 8 || isName(entry.offset) {
        return entry.place
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Whether the octets of the name at that place among all are the same.
  private func isName(_ name: Span<UInt8>, at offset: Int) -> Bool {
    let octets = octets
    return octets.span.extracting(offset..<offset &+ name.count).isEqual(to: name)
  }

  /// Made of the length, the first octets and the last one, which tell the names of most tables apart.
  fileprivate static func hash(_ name: Span<UInt8>, _ start: UInt64) -> Int {
    guard let last = name.indices.last else { return 0 }
    let mixed = start ^ UInt64(name[last]) << 56 ^ UInt64(truncatingIfNeeded: name.count) << 48
    return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }
}
