import KubernetesModel
import Provenance
import YAML

/// A field of an object: where it is, and what is written there, if anything is.
///
/// A null counts as absent, as it does for the API server.
struct Field {
  let path: FieldChain
  let node: YAMLNode?
  /// What is written nearest above the field.
  private let anchor: YAMLNode

  init(path: FieldChain, node: YAMLNode?, anchor: YAMLNode) {
    self.path = path
    self.node = node.flatMap { $0.isNull ? nil : $0 }
    self.anchor = node ?? anchor
  }

  /// A whole object.
  init(root node: YAMLNode) {
    self.init(path: .root, node: node, anchor: node)
  }

  /// Where the field is written; where its parent is, when it is not.
  var place: Place { (node ?? anchor).place }
}

// MARK: - Ways
extension Field {
  /// A field of this object.
  subscript(_ name: String) -> Field {
    Field(path: FieldChain(.child(name), of: path), node: node?[name], anchor: anchor)
  }

  /// Whether this object has a field; asks without making one.
  func has(_ name: String) -> Bool { node?[name].map { !$0.isNull } ?? false }

  /// An entry of this map.
  func entry(_ key: String) -> Field {
    Field(path: FieldChain(.key(key), of: path), node: node?[key], anchor: anchor)
  }

  /// The same value, under the path that a message names.
  func shown(as other: Field) -> Field { Field(path: other.path, node: node, anchor: anchor) }

  /// The same value, under the path of a child of another field.
  func shown(_ name: String, of other: Field) -> Field {
    Field(path: FieldChain(.child(name), of: other.path), node: node, anchor: anchor)
  }

  /// The same place with nothing written there.
  var absent: Field { Field(path: path, node: nil, anchor: node ?? anchor) }

  /// The same place, with an index after its path.
  func indexed(_ index: Int) -> Field {
    Field(path: FieldChain(.index(index), of: path), node: node, anchor: anchor)
  }

  /// The same place, with a key after its path.
  func keyed(_ key: String) -> Field {
    Field(path: FieldChain(.key(key), of: path), node: node, anchor: anchor)
  }

  /// The elements of this list.
  var elements: [Field] {
    guard let node, node.isSequence else { return [] }
    var index = -1
    return node.elements.map { element in
      index += 1
      return Field(path: FieldChain(.index(index), of: path), node: element, anchor: element)
    }
  }

  /// The entries of this map, sorted by their keys.
  var entries: [(key: String, value: Field)] {
    guard let node else { return [] }
    return node.entries.map { key, _, value in
      (key, Field(path: FieldChain(.key(key), of: path), node: value, anchor: value))
    }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

// MARK: - Values
extension Field {
  var isPresent: Bool { node != nil }
  /// Whether there is nothing, an empty text, list or map.
  var isEmpty: Bool { node.map { $0.isScalar ? $0.string == "" : count == 0 } ?? true }
  /// Whether this is what Go takes for nothing: an empty list or map is something.
  var isZero: Bool { node.map { $0.isScalar && ($0.string == "" || $0.int == 0) } ?? true }
  var count: Int { node.map { $0.isSequence ? $0.elements.count : $0.entries.count } ?? 0 }
  /// The text; empty when there is none.
  var text: String { node?.string ?? "" }
  var optionalText: String? { node?.string }
  var int: Int64? { node?.int }
  var bool: Bool? { node?.bool }
  var isTrue: Bool { node?.bool == true }
  /// The texts of a list.
  var texts: [String] { node?.elements.map { $0.string ?? "" } ?? [] }

  /// The texts of a map.
  var map: [String: String] {
    var map: [String: String] = [:]
    for (key, _, value) in node?.entries.map({ $0 }) ?? [] { map[key] = value.string ?? "" }
    return map
  }

  var intOrString: IntOrString? {
    guard let node else { return nil }
    if let text = node.string { return .string(text) }
    return node.int.map { .int(Int32(truncatingIfNeeded: $0)) }
  }

  var quantity: Quantity? {
    guard let node else { return nil }
    return try? Quantity(node.text.trimmingSpaces)
  }

  /// The text, or what stands for an absent or empty one.
  func text(or fallback: String) -> String {
    let text = text
    return text.isEmpty ? fallback : text
  }

  /// The value as messages show it.
  var value: BadValue {
    guard let node else { return .text("") }
    if let text = node.string { return .text(text) }
    return .json(node.isScalar ? node.text : GoJSON.text(of: node))
  }
}
