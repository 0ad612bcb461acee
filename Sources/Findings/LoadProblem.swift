package import Provenance

/// Something in the input that could not be read as meant; the rest of the input is still used.
package struct LoadProblem: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Stable names of what can be wrong, also the names of the findings about the dump.
  package enum Kind: String, Sendable, CaseIterable {
    case unreadableFile = "unreadable-file"
    case damagedArchive = "damaged-archive"
    case syntaxError = "syntax-error"
    case duplicateKey = "duplicate-key"
    case wrongType = "wrong-type"
    case invalidValue = "invalid-value"
    case notAnObject = "not-an-object"
    case tooLarge = "too-large"
    case duplicateObject = "duplicate-object"
    case unclearLog = "unclear-log"
    case unrenderedTemplate = "unrendered-template"
  }

  package var kind: Kind
  package var place: Place
  /// The object that the problem is in, where it is known.
  package var object: ObjectReference?
  /// The field that the problem is in, where it is known.
  package var field: String
  /// What is wrong and what was expected, in one clause without the place.
  package var says: String

  package init(
    _ kind: Kind, at place: Place, object: ObjectReference? = nil, field: String = "", says: String
  ) {
    self.kind = kind
    self.place = place
    self.object = object
    self.field = field
    self.says = says
  }

  package var description: String { "\(place): \(says)" }

  package static func < (one: LoadProblem, other: LoadProblem) -> Bool {
    (one.place, one.says) < (other.place, other.says)
  }
}
