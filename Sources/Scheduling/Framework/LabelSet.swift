/// The labels of one object as pairs of symbols, sorted by key.
package struct LabelSet: Hashable, Sendable {
  /// One label, as symbols.
  package struct Label: Hashable, Sendable {
    package let key: Symbol
    package let value: Symbol
  }

  package private(set) var pairs: [Label] = []

  package init() {}

  package init(_ labels: [String: String], in symbols: inout some SymbolSource) {
    pairs.reserveCapacity(labels.count)
    for (key, value) in labels {
      pairs.append(Label(key: symbols.intern(key), value: symbols.intern(value)))
    }
    pairs.sort { $0.key < $1.key }
  }

  /// The value of `key`, nil when the object has no such label.
  package subscript(key: Symbol) -> Symbol? {
    for pair in pairs where pair.key == key { return pair.value }
    return nil
  }
}
