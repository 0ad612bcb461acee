/// A few names that are looked up often, each with its place among them: those of facts, of fields.
package final class NameTable: Sendable {
  package let inOrder: [String]
  /// By a cheap hash of its text, the place of each name, behind others of the same hash; -1 where there is none.
  private let slots: [Int16]

  package init(_ names: [String]) {
    inOrder = names
    var size = 4
    while size < names.count * 3 { size *= 2 }
    var slots = [Int16](repeating: -1, count: size)
    for (slot, name) in names.enumerated() {
      var place = Self.hash(name) & (size - 1)
      while slots[place] >= 0 { place = (place + 1) & (size - 1) }
      slots[place] = Int16(slot)
    }
    self.slots = slots
  }

  /// The place of a name; of a name that is there twice, the first.
  package subscript(_ name: String) -> Int? {
    var place = Self.hash(name) & (slots.count - 1)
    while slots[place] >= 0 {
      let slot = Int(slots[place])
      if inOrder[slot] == name { return slot }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Made of the length and three octets, which tell the names of most tables apart.
  private static func hash(_ name: String) -> Int {
    let octets = name.utf8Span.span
    guard let last = octets.indices.last else { return 0 }
    let (first, middle) = (Int(octets[0]), Int(octets[last / 2]))
    return ((first &* 31 &+ middle) &* 31 &+ Int(octets[last])) &* 31 &+ last
  }
}
