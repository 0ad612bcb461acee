import Basics
import Provenance

/// A field path with its text, for paths that many findings point at or begin with.
struct WrittenPath: Sendable {
  let path: FieldPath
  let text: String

  init(_ path: FieldPath) {
    self.path = path
    text = path.description
  }

  /// The text of `other`, counted from here.
  func text(of other: WrittenPath) -> String {
    if other.path.steps.isEmpty { return text }
    if path.steps.isEmpty { return other.text }
    let isIndex = other.text.utf8.first == UInt8(ascii: "[")
    return String(joining: isIndex ? [text, other.text] : [text, ".", other.text])
  }
}
