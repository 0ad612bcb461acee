package import Basics
package import CEL
import Synchronization
import YAML

/// A map whose members are facts, each computed when first read and then kept.
///
/// Where it stands for a document, or a part of one, fields of the document are members beside the
/// facts.
package final class FactObject: MapObject {
  package let origin: Origin?
  private let names: NameTable
  private let compute: @Sendable (Int) -> Value
  private let known: Mutex<Known>

  /// What was read so far.
  private struct Known: Sendable {
    var facts: KnownFacts
    /// Lists and maps of the document, which several rules read.
    var fields: [(name: String, value: Value)] = []

    init(factCount: Int) {
      facts = KnownFacts(slots: factCount)
    }
  }

  /// Facts of these names, of which `compute` gives the one at a place among them.
  package init(
    _ names: NameTable, origin: Origin? = nil, compute: @escaping @Sendable (Int) -> Value
  ) {
    self.origin = origin
    self.names = names
    self.compute = compute
    known = Mutex(Known(factCount: names.inOrder.count))
  }

  /// An object with a few facts of its own; write a ``FactTable`` where there are many objects.
  package init(_ facts: KeyValuePairs<String, @Sendable () -> Value>, origin: Origin? = nil) {
    self.origin = origin
    names = NameTable(facts.map(\.key))
    let closures = facts.map(\.value)
    compute = { closures[$0]() }
    known = Mutex(Known(factCount: closures.count))
  }

  package func member(_ key: String) -> Value? {
    if let slot = names[key] { return fact(at: slot) }
    guard let node = documentNode, let member = node[key] else { return nil }
    return field(key, member)
  }

  package func member(_ name: HashedName) -> Value? {
    if let slot = names[name] { return fact(at: slot) }
    guard let node = documentNode, let member = node[name] else { return nil }
    return field(name.text, member)
  }

  package func hasMember(_ key: String) -> Bool {
    names[key] != nil || documentNode?[key] != nil
  }

  package func hasMember(_ name: HashedName) -> Bool {
    names[name] != nil || documentNode?[name] != nil
  }

  /// The objects that a fact lists; none where it lists something else.
  package func objects(_ name: String) -> [FactObject] {
    guard case .list(let list) = member(name) else { return [] }
    return list.array.compactMap { value in
      guard case .map(let map) = value else { return nil }
      return map as? FactObject
    }
  }

  /// The text that a fact is; empty where it is something else.
  package func text(_ name: String) -> String {
    guard case .string(let text) = member(name) else { return "" }
    return text
  }

  /// Every fact counts as one, so that nobody has to compute them all to know what a comparison costs; a part of a
  /// document that nobody has looked for is not looked for either.
  package var extent: Int {
    names.inOrder.count + (origin.flatMap { $0.knownNode ?? $0.root }?.entries.count ?? 0)
  }

  package var keys: [Value] {
    let fields = document?.keys ?? []
    return names.inOrder.map(Value.string) + fields.filter { !isFact($0) }
  }

  /// The facts run unlocked, because one fact may read another of the same object.
  private func fact(at slot: Int) -> Value {
    if let value = known.withLock({ $0.facts[slot] }) { return value }
    let value = compute(slot)
    known.withLock { $0.facts.note(value, at: slot) }
    return value
  }

  /// A field of the document; a list or map is made once.
  private func field(_ name: String, _ node: YAMLNode) -> Value {
    if node.isScalar { return Value(document: node, of: origin) }
    if let known = known.withLock({ $0.fields.first { $0.name == name }?.value }) { return known }
    let value = Value(document: node, of: origin)
    known.withLock { $0.fields.append((name, value)) }
    return value
  }

  /// The part of a document that the object stands for.
  private var documentNode: YAMLNode? { origin.flatMap { $0.node ?? $0.root } }

  private func isFact(_ key: Value) -> Bool {
    guard case .string(let name) = key else { return false }
    return names[name] != nil
  }

  private var document: DocumentMap? {
    guard let node = documentNode, node.isMapping else { return nil }
    return DocumentMap(node: node, of: origin)
  }
}
