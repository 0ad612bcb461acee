import Provenance
import Validation
import YAML

/// Something that the API server would say about a manifest: that it refuses it, or a warning.
struct ManifestRefusal: Sendable {
  /// The API server's words, and what may have been meant.
  var says: String
  /// The path of the field; empty for the whole object.
  var field: String

  /// All for which the API server would refuse a manifest.
  static func all(in verdict: ValidationVerdict, on node: YAMLNode) -> [ManifestRefusal] {
    var refusals: [ManifestRefusal] = []
    if let error = verdict.decodeError {
      refusals.append(ManifestRefusal(says: error.message, field: node.path(to: error.place.mark)))
    }
    for error in verdict.strictErrors {
      let hint = error.suggestion.map { "; did you mean \($0)?" } ?? ""
      refusals.append(
        ManifestRefusal(says: error.message + hint, field: node.path(toKeyAt: error.place.mark)))
    }
    return refusals + verdict.errors.map { ManifestRefusal(says: $0.message, field: $0.field) }
  }

  /// What the API server would remark when it creates the object.
  static func remarks(in verdict: ValidationVerdict, on node: YAMLNode) -> [ManifestRefusal] {
    verdict.warnings.map { ManifestRefusal(says: $0.message, field: node.path(to: $0.place.mark)) }
  }
}

extension YAMLNode {
  /// The path of the key or value that stands at a mark; empty when there is none.
  fileprivate func path(to mark: Mark) -> String {
    firstPath { key, value in key == mark || value == mark }
  }

  /// The path of the key that stands at a mark, which may be where the mapping begins that it is the first of.
  fileprivate func path(toKeyAt mark: Mark) -> String {
    firstPath { key, _ in key == mark }
  }

  /// The path of the first key or value that is meant by its marks; empty when none is.
  private func firstPath(where isMeant: (_ key: Mark?, _ value: Mark) -> Bool) -> String {
    var open: [(node: YAMLNode, path: FieldPath)] = [(self, FieldPath())]
    while let (node, path) = open.popLast() {
      for (key, keyMark, value) in node.entries {
        let path = path.appending(key: key)
        if isMeant(keyMark, value.mark) { return path.description }
        if !value.isScalar { open.append((value, path)) }
      }
      for (index, element) in node.elements.enumerated() {
        let path = path.appending(index: index)
        if isMeant(nil, element.mark) { return path.description }
        if !element.isScalar { open.append((element, path)) }
      }
    }
    return ""
  }
}
