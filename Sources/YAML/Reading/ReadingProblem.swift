package import Provenance

/// Something in a file that is not as YAML or JSON should be.
package struct ReadingProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What became of the document.
  package enum Kind: Sendable {
    /// The text is neither YAML nor JSON; the document is lost, others of the same file are not.
    case syntax
    /// A limit of reading is exceeded; the document is lost.
    case limit
    /// A key stands twice in a mapping; the last value counts.
    case duplicateKey
    /// A key overrides one that a merge key brought in, which is what merge keys are for.
    case overriddenMerge
    /// A merge key overrides a key that stands before it; the last value counts.
    case overridingMerge
    /// A key or value that JSON cannot express; kubectl refuses the document, here only the entry is lost.
    case unsupportedValue
  }

  package let kind: Kind
  package let place: Place
  /// What is wrong, and what was expected, in one clause without the place.
  package let says: String
  /// Where a duplicate key stands first, or what the error is inside of began.
  package let related: Mark?

  package init(_ kind: Kind, at place: Place, says: String, related: Mark? = nil) {
    self.kind = kind
    self.place = place
    self.says = says
    self.related = related
  }

  /// Whether the document could not be read.
  package var isFatal: Bool { kind == .syntax || kind == .limit }

  package var description: String { "\(place): \(says)" }
}
