package import Provenance

/// What is wrong in a manifest, with the field to change.
package struct ReviewFinding: Hashable, Sendable {
  /// The kind that stands for a file in which there is no object.
  package static let fileKind = "File"

  /// The name of the rule, or of what could not be read.
  package var rule: String
  package var severity: Severity
  /// The object that the manifest makes; a file where there is none.
  package var object: ObjectReference
  package var container: String?
  /// The path of the field inside the object; empty when the whole object is meant.
  package var field: String
  /// Where it stands: the field, or the nearest thing above it that is written.
  package var place: Place
  /// One sentence.
  package var says: String
  /// What it means, in a few sentences.
  package var why: String
  package var remedies: [Remedy]
  /// The same for the same finding after lines have moved; see ``Fingerprint``.
  package var fingerprint: String
  /// Why the finding does not count; nil when it does.
  package var suppressed: Suppression?

  package init(
    rule: String, severity: Severity, object: ObjectReference, container: String? = nil,
    field: String, place: Place, says: String, why: String = "", remedies: [Remedy] = [],
    suppressed: Suppression? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.object = object
    self.container = container
    self.field = field
    self.place = place
    self.says = says
    self.why = why
    self.remedies = remedies
    self.suppressed = suppressed
    fingerprint = ""
    fingerprint = madeFingerprint
  }

  /// The fingerprint that the finding has by what it says.
  var madeFingerprint: String {
    Fingerprint(
      of: [
        rule, object.kind, object.namespace, object.name, container ?? "",
        Fingerprint.withoutPositions(field), says,
      ]
    ).description
  }
}

extension ReviewFinding {
  /// The change of the manifest that may be made without asking anybody; nil when there is none.
  package var safePatch: String? {
    remedies.first { $0.risk == .safe && $0.patch != nil }?.patch
  }
}

extension ReviewFinding: Comparable {
  package static func < (one: ReviewFinding, other: ReviewFinding) -> Bool {
    (one.place, one.object, one.rule, one.container ?? "", one.says)
      < (other.place, other.object, other.rule, other.container ?? "", other.says)
  }
}
