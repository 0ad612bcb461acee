import KubernetesModel
import Provenance
import YAML

/// A field of an object: where it is, and what is written there, if anything is.
///
/// A null counts as absent, as it does for the API server.
struct Field {
  /// The path, but for the last step.
  private let parent: FieldChain
  /// The last step of a field that mostly has none below it, which is joined to the others when somebody asks.
  private let step: FieldChain.Step?
  /// The field's node, or what is written nearest above it.
  private let anchor: YAMLNode
  let isPresent: Bool

  private init(
    _ step: FieldChain.Step, of path: FieldChain, node: YAMLNode?, anchor: YAMLNode
  ) {
    if node?.isScalar == false {
      (parent, self.step) = (FieldChain(step, of: path), nil)
    } else {
      (parent, self.step) = (path, step)
    }
    self.anchor = node ?? anchor
    isPresent = node?.isNull == false
  }

  private init(path: FieldChain, anchor: YAMLNode, isPresent: Bool) {
    (parent, step) = (path, nil)
    self.anchor = anchor
    self.isPresent = isPresent
  }

  /// A whole object.
  init(root node: YAMLNode) {
    self.init(path: .root, anchor: node, isPresent: !node.isNull)
  }

  var path: FieldChain { step.map { FieldChain($0, of: parent) } ?? parent }

  /// What is written there.
  var node: YAMLNode? { isPresent ? anchor : nil }

  /// Where the field is written; where its parent is, when it is not.
  var place: Place { anchor.place }
}

// MARK: - Ways
extension Field {
  /// A field of this object.
  subscript(_ name: String) -> Field {
    Field(.child(name), of: path, node: node?[name], anchor: anchor)
  }

  /// Whether this object has a field; asks without making one.
  func has(_ name: String) -> Bool { node?[name].map { !$0.isNull } ?? false }

  /// An entry of this map.
  func entry(_ key: String) -> Field {
    Field(.key(key), of: path, node: node?[key], anchor: anchor)
  }

  /// The same value, under the path that a message names.
  func shown(as other: Field) -> Field {
    Field(path: other.path, anchor: anchor, isPresent: isPresent)
  }

  /// The same value, under the path of a child of another field.
  func shown(_ name: String, of other: Field) -> Field {
    Field(path: FieldChain(.child(name), of: other.path), anchor: anchor, isPresent: isPresent)
  }

  /// The same place with nothing written there.
  var absent: Field { Field(path: path, anchor: anchor, isPresent: false) }

  /// The same place, with an index after its path.
  func indexed(_ index: Int) -> Field {
    Field(path: FieldChain(.index(index), of: path), anchor: anchor, isPresent: isPresent)
  }

  /// The same place, with a key after its path.
  func keyed(_ key: String) -> Field {
    Field(path: FieldChain(.key(key), of: path), anchor: anchor, isPresent: isPresent)
  }

  /// The elements of this list.
  var elements: [Field] {
    guard let node, node.isSequence else { return [] }
    var fields: [Field] = []
    fields.reserveCapacity(node.elements.count)
    for element in node.elements { fields.append(self.element(fields.count, element)) }
    return fields
  }

  /// The nodes of this list's elements, for rules that seldom need their fields.
  var nodes: [YAMLNode] {
    guard let node, node.isSequence else { return [] }
    var nodes: [YAMLNode] = []
    nodes.reserveCapacity(node.elements.count)
    for element in node.elements { nodes.append(element) }
    return nodes
  }

  /// The element of this list at a place, which is that node.
  func element(_ index: Int, _ node: YAMLNode) -> Field {
    Field(.index(index), of: path, node: node, anchor: node)
  }

  /// The entries of this map, sorted by their keys.
  var entries: [(key: String, value: Field)] {
    guard let node, node.isMapping else { return [] }
    let path = path
    var entries: [(key: String, value: Field)] = []
    for (key, _, value) in node.entries {
      entries.append((key, Field(.key(key), of: path, node: value, anchor: value)))
    }
    guard entries.count > 1 else { return entries }
    return entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

// MARK: - Values
extension Field {
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
