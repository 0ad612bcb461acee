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
    names = FactNames(facts.map(\.key))
    self.facts = facts.map(\.value)
  }

  /// The names of all facts, in the order in which they were given.
  package var factNames: [String] { names.inOrder }
}

/// The names of facts with their slots, shared by all objects of a table.
final class FactNames: Sendable {
  let inOrder: [String]
  private let slots: [String: Int]

  init(_ names: [String]) {
    inOrder = names
    slots = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  subscript(_ name: String) -> Int? { slots[name] }
}
