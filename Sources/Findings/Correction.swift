package import Provenance

/// What became of a finding that a safe change of its manifest can correct.
package struct Correction: Hashable, Sendable {
  package var rule: String
  package var object: ObjectReference
  package var container: String?
  /// Where it stood before the text was changed.
  package var place: Place
  package var says: String
  /// Why the text was left as it is; nil when it was changed.
  package var leftBecause: String?

  package init(of finding: ReviewFinding, leftBecause: String? = nil) {
    rule = finding.rule
    object = finding.object
    container = finding.container
    place = finding.place
    says = finding.says
    self.leftBecause = leftBecause
  }

  package var isMade: Bool { leftBecause == nil }
}
