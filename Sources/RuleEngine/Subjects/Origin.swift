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
    }
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
    get { parts.node }
    set {
      parts = Parts(object, root: root, node: newValue, path: path, place: place, text: text)
    }
  }
  /// The path from the document's root to the node, where it is known; else it is searched.
  package var path: FieldPath? { parts.path }
  /// The place of a value that is no part of a document, such as a line of a log.
  package var place: Place? { parts.place }
  /// The text at that place.
  package var text: String? { parts.text }

  /// The origin of a part of the same document.
  package func descending(to node: YAMLNode) -> Origin {
    Origin(object, root: root, node: node)
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
