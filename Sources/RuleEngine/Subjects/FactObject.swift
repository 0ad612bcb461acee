package import CEL
import Synchronization
import YAML

/// A map whose members are facts, each computed when first read and then kept.
///
/// Where it stands for a document, or a part of one, fields of the document are members beside the
/// facts.
package final class FactObject: MapObject {
  package let origin: Origin?
  private let names: FactNames
  private let compute: @Sendable (Int) -> Value
  private let known: Mutex<[Value?]>

  /// The facts of `base` that the table names.
  package init<Base>(_ base: Base, _ table: FactTable<Base>, origin: Origin? = nil) {
    self.origin = origin
    names = table.names
    let facts = table.facts
    compute = { facts[$0](base) }
    known = Mutex([Value?](repeating: nil, count: facts.count))
  }

  /// An object with a few facts of its own; write a ``FactTable`` where there are many objects.
  package init(_ facts: KeyValuePairs<String, @Sendable () -> Value>, origin: Origin? = nil) {
    self.origin = origin
    names = FactNames(facts.map(\.key))
    let closures = facts.map(\.value)
    compute = { closures[$0]() }
    known = Mutex([Value?](repeating: nil, count: closures.count))
  }

  package func member(_ key: String) -> Value? {
    guard let slot = names[key] else {
      guard let origin, let node = origin.node ?? origin.root else { return nil }
      return node[key].map { Value(document: $0, of: origin) }
    }
    return fact(at: slot)
  }

  /// Every fact counts as one, so that nobody has to compute them all to know what a comparison costs.
  package var extent: Int { names.inOrder.count + (document?.extent ?? 0) }

  package var keys: [Value] {
    let fields = document?.keys ?? []
    return names.inOrder.map(Value.string) + fields.filter { !isFact($0) }
  }

  /// The facts run unlocked, because one fact may read another of the same object.
  private func fact(at slot: Int) -> Value {
    if let value = known.withLock({ $0[slot] }) { return value }
    let value = compute(slot)
    known.withLock { $0[slot] = value }
    return value
  }

  private func isFact(_ key: Value) -> Bool {
    guard case .string(let name) = key else { return false }
    return names[name] != nil
  }

  private var document: DocumentMap? {
    guard let origin, let node = origin.node ?? origin.root, node.kind == .mapping else {
      return nil
    }
    return DocumentMap(node: node, of: origin)
  }
}
