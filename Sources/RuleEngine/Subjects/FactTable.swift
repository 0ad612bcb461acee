package import Basics
package import CEL

/// The facts that values of one Swift type have: a name for each, and how it is computed.
///
/// One table serves all values of its type, so that a fact object costs two allocations whatever it
/// offers.
package struct FactTable<Base: Sendable>: Sendable {
  /// Computes one fact of a value.
  package typealias Fact = @Sendable (Base) -> Value

  package let names: NameTable
  package let facts: [Fact]

  package init(_ facts: KeyValuePairs<String, Fact>) {
    // Spelled out, because `map` is not specialised for the types of other modules.
    var names: [String] = []
    var computed: [Fact] = []
    for (name, fact) in facts {
      names.append(name)
      computed.append(fact)
    }
    self.names = NameTable(names)
    self.facts = computed
  }

  /// The names of all facts, in the order in which they were given.
  package var factNames: [String] { names.inOrder }
}
