import CEL
package import Provenance
package import YAML

/// Where a value of a rule comes from: the object, its document, and the node or the line of text
/// inside it.
///
/// Every map and list of a rule has one, so it is one reference to copy, whatever it tells.
package struct Origin: Sendable {
  private var parts: Parts

  private final class Parts: Sendable {
    let object: ObjectReference
    let root: YAMLNode?
    let node: YAMLNode?
    let path: FieldPath?
    let place: Place?
    let text: String?

    init(
      _ object: ObjectReference, root: YAMLNode?, node: YAMLNode?, path: FieldPath?, place: Place?,
      text: String?
    ) {
      self.object = object
      self.root = root
      self.node = node
      self.path = path
      self.place = place
      self.text = text
      field = nil
    }

    /// A part of something else, whose path is put together when somebody asks for it.
    let field: Field?

    init(_ field: Field, node: YAMLNode?) {
      object = field.whole.object
      root = field.whole.root
      self.node = node
      path = nil
      place = nil
      text = nil
      self.field = field
    }
  }

  /// What an origin is of another one.
  private struct Field: Sendable {
    let whole: Parts
    /// The path from the other one, as rules and the API server write it.
    let path: String
    /// The place in the list that the field holds.
    let index: Int?

    /// The path from the other one, step by step.
    var steps: FieldPath {
      let path = FieldPath(parsing: path)
      return index.map { path.appending(index: $0) } ?? path
    }
  }

  private init(_ parts: Parts) {
    self.parts = parts
  }

  package init(
    _ object: ObjectReference, root: YAMLNode? = nil, node: YAMLNode? = nil,
    path: FieldPath? = nil, place: Place? = nil, text: String? = nil
  ) {
    parts = Parts(object, root: root, node: node, path: path, place: place, text: text)
  }

  package var object: ObjectReference { parts.object }
  /// The object's whole document, from which field paths count; nil when the dump does not hold it.
  package var root: YAMLNode? { parts.root }
  /// The part of the document that the value is; nil when it is the whole object or none of its
  /// fields.
  package var node: YAMLNode? {
    get { parts.node ?? Self.node(of: parts) }
    set {
      parts = Parts(object, root: root, node: newValue, path: path, place: place, text: text)
    }
  }
  /// The part of the document, where it has not to be looked for first.
  var knownNode: YAMLNode? { parts.node }
  /// The path from the document's root to the node, where it is known; else it is searched.
  package var path: FieldPath? { Self.path(of: parts) }
  /// The path from the document's root to the node, searched where it is not known; empty where there is none.
  var wholePath: FieldPath {
    if let path { return path }
    guard let root, let node else { return FieldPath() }
    return NodePath.path(to: node, from: root)
  }
  /// The place of a value that is no part of a document, such as a line of a log.
  package var place: Place? { parts.place }
  /// The text at that place.
  package var text: String? { parts.text }

  /// The origin of a part of the same document.
  package func descending(to node: YAMLNode) -> Origin {
    Origin(object, root: root, node: node)
  }
}

extension Origin {
  /// The origin of a field of this one, or of an element of the list that it holds; nil where it has no such field.
  package func part(_ key: String, _ index: Int? = nil) -> Origin? {
    guard let field = node?[key] else { return nil }
    guard let index else {
      return Origin(Parts(Field(whole: parts, path: key, index: nil), node: field))
    }
    guard let element = field[index] else { return nil }
    return Origin(Parts(Field(whole: parts, path: key, index: index), node: element))
  }

  /// The origins of the elements of the list that a field of this one holds; none where it holds none.
  package func parts(_ key: String) -> [Origin] {
    guard let list = node?[key] else { return [] }
    return list.elements.enumerated().map { index, element in
      Origin(Parts(Field(whole: parts, path: key, index: index), node: element))
    }
  }

  /// The origin of a field below this one, looked for when somebody asks; of this one where there is no such field.
  package func part(at field: String) -> Origin {
    Origin(Parts(Field(whole: parts, path: field, index: nil), node: nil))
  }

  private static func node(of parts: Parts) -> YAMLNode? {
    guard let field = parts.field else { return nil }
    let whole = field.whole.node ?? node(of: field.whole)
    return whole?.node(at: field.steps) ?? whole
  }

  private static func path(of parts: Parts) -> FieldPath? {
    guard let field = parts.field else { return parts.path }
    guard let path = path(of: field.whole) else { return nil }
    if parts.node == nil {
      guard let whole = field.whole.node ?? node(of: field.whole),
        whole.node(at: field.steps) != nil
      else { return path }
    }
    return FieldPath(path.steps + field.steps.steps)
  }
}

extension MapObject {
  /// Where a map comes from, so that evidence can point at it and `blames` can name it; nil for one that was computed.
  var origin: Origin? {
    // Asked of the two types that know, because asking for a protocol's conformance costs a search.
    if let facts = self as? FactObject { return facts.origin }
    return (self as? DocumentMap)?.origin
  }
}
