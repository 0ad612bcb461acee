/// A string by number: equal symbols of one ``SymbolTable`` stand for equal strings.
package struct Symbol: Hashable, Sendable, Comparable {
  package let id: Int32

  package init(id: Int32) { self.id = id }

  /// Stands for every string that the table has not seen; no label ever holds it.
  package static let unknown = Symbol(id: -1)

  package static func < (one: Symbol, other: Symbol) -> Bool { one.id < other.id }
}

/// Numbers strings for who reads names and labels.
package protocol SymbolSource {
  /// The symbol of `text`, numbered now when it is new.
  mutating func intern(_ text: String) -> Symbol
}

/// Numbers the label keys and values, namespaces and resource names of one simulation.
package struct SymbolTable: SymbolSource, Sendable {
  private var ids: [String: Int32] = [:]
  private var texts: [String] = []

  package init() {}

  package mutating func intern(_ text: String) -> Symbol {
    if let id = ids[text] { return Symbol(id: id) }
    let id = Int32(truncatingIfNeeded: texts.count)
    ids[text] = id
    texts.append(text)
    return Symbol(id: id)
  }

  /// The symbol of `text`, or ``Symbol/unknown`` when nothing in the cluster bears it.
  package func find(_ text: String) -> Symbol {
    ids[text].map(Symbol.init(id:)) ?? .unknown
  }

  package func text(of symbol: Symbol) -> String {
    let index = Int(symbol.id)
    return texts.indices.contains(index) ? texts[index] : ""
  }
}
