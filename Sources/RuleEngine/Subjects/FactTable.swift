package import CEL

/// The facts that values of one Swift type have: a name for each, and how it is computed.
///
/// One table serves all values of its type, so that a fact object costs two allocations whatever it
/// offers.
package struct FactTable<Base: Sendable>: Sendable {
  /// Computes one fact of a value.
  package typealias Fact = @Sendable (Base) -> Value

  let names: FactNames
  let facts: [Fact]

  package init(_ facts: KeyValuePairs<String, Fact>) {
    // Spelled out, because `map` is not specialised for the types of other modules.
    var names: [String] = []
    var computed: [Fact] = []
    for (name, fact) in facts {
      names.append(name)
      computed.append(fact)
    }
    self.names = FactNames(names)
    self.facts = computed
  }

  /// The names of all facts, in the order in which they were given.
  package var factNames: [String] { names.inOrder }
}

/// The names of facts with their slots, shared by all objects of a table.
final class FactNames: Sendable {
  let inOrder: [String]
  /// By a cheap hash of its name, the slot of each fact, behind others of the same hash; -1 where there is none.
  private let slots: [Int16]

  init(_ names: [String]) {
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

  /// The slot of a name; of a name that is there twice, the first.
  subscript(_ name: String) -> Int? {
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
