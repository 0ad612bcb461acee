package import Provenance
package import YAML

/// A field that a document has and its kind does not.
package struct UnknownField: Hashable, Sendable {
  package var path: FieldPath
  package var place: Place
  /// The known field with the most similar name, where one is similar enough.
  package var suggestion: String?

  /// All fields of an object that its kind does not know, in the order of the document.
  ///
  /// Only objects of the version that the struct has the shape of are looked at.
  package static func all(in object: YAMLNode) -> [UnknownField] {
    guard let apiVersion = object["apiVersion"]?.string, let kind = object["kind"]?.string,
      KindTable.type(apiVersion: apiVersion, kind: kind)?.apiVersion == apiVersion,
      let shape = KindTable.shape(apiVersion: apiVersion, kind: kind)
    else { return [] }
    var search = UnknownFieldSearch()
    search.walk(object, as: shape)
    return search.found
  }
}

/// Walks a document beside the shape that it should have.
private struct UnknownFieldSearch {
  var found: [UnknownField] = []
  private var path = FieldPath()

  mutating func walk(_ node: YAMLNode, as shape: FieldShape) {
    switch shape {
    case .scalar, .any, .ignored, .keys: break
    case .list(let element):
      for (index, node) in node.elements.enumerated() { step(.index(index), node, as: element) }
    case .map(let value):
      for (key, _, node) in node.entries { step(.key(key), node, as: value) }
    case .structure(let fields): walk(node, fields: fields)
    }
  }

  private mutating func walk(_ node: YAMLNode, fields: [String: FieldShape]) {
    for (key, mark, value) in node.entries {
      if let shape = fields[key] {
        step(.key(key), value, as: shape)
      } else {
        found.append(
          UnknownField(
            path: path.appending(key: key), place: Place(file: node.file, mark: mark),
            suggestion: NameDistance.nearest(to: key, among: fields.keys)))
      }
    }
  }

  private mutating func step(_ step: FieldPath.Step, _ node: YAMLNode, as shape: FieldShape) {
    path.steps.append(step)
    walk(node, as: shape)
    path.steps.removeLast()
  }
}
