import Basics
package import Provenance

/// What is wrong in a manifest, with the field to change.
package struct ReviewFinding: Hashable, Sendable {
  /// The kind that stands for a file in which there is no object.
  package static let fileKind = "File"

  // By reference, because lists of findings are filtered, sorted and rewritten, and each has a dozen parts to count.
  private var kept: Indirect<Parts>

  private struct Parts: Hashable, Sendable {
    var rule: String
    var severity: Severity
    var object: ObjectReference
    var container: String?
    var field: String
    var place: Place
    var about: String
    var says: String
    var why: String
    var remedies: [Remedy]
    var fingerprint: String = ""
    var suppressed: Suppression?
  }

  private var parts: Parts {
    unsafeAddress { unsafe kept.address }
    unsafeMutableAddress { unsafe kept.mutableAddress() }
  }

  package init(
    rule: String, severity: Severity, object: ObjectReference, container: String? = nil,
    field: String, place: Place, about: String = "", says: String, why: String = "",
    remedies: [Remedy] = [], suppressed: Suppression? = nil
  ) {
    kept = Indirect(
      Parts(
        rule: rule, severity: severity, object: object, container: container, field: field,
        place: place, about: about, says: says, why: why, remedies: remedies, suppressed: suppressed
      ))
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
  /// The name of the rule, or of what could not be read.
  package var rule: String {
    get { parts.rule }
    _modify { yield &parts.rule }
  }

  package var severity: Severity {
    get { parts.severity }
    _modify { yield &parts.severity }
  }

  /// The object that the manifest makes; a file where there is none.
  package var object: ObjectReference {
    get { parts.object }
    _modify { yield &parts.object }
  }

  package var container: String? {
    get { parts.container }
    _modify { yield &parts.container }
  }

  /// The path of the field inside the object; empty when the whole object is meant.
  package var field: String {
    get { parts.field }
    _modify { yield &parts.field }
  }

  /// Where it stands: the field, or the nearest thing above it that is written.
  package var place: Place {
    get { parts.place }
    _modify { yield &parts.place }
  }

  /// What the field names, as the rule quotes it, such as a port; empty where nothing is.
  ///
  /// No report shows it.
  package var about: String {
    get { parts.about }
    _modify { yield &parts.about }
  }

  /// One sentence.
  package var says: String {
    get { parts.says }
    _modify { yield &parts.says }
  }

  /// What it means, in a few sentences.
  package var why: String {
    get { parts.why }
    _modify { yield &parts.why }
  }

  package var remedies: [Remedy] {
    get { parts.remedies }
    _modify { yield &parts.remedies }
  }

  /// The same for the same finding after lines have moved; see ``Fingerprint``.
  package var fingerprint: String {
    get { parts.fingerprint }
    _modify { yield &parts.fingerprint }
  }

  /// Why the finding does not count; nil when it does.
  package var suppressed: Suppression? {
    get { parts.suppressed }
    _modify { yield &parts.suppressed }
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
    if one.place != other.place { return one.place < other.place }
    if one.object != other.object { return one.object < other.object }
    if one.rule != other.rule { return one.rule < other.rule }
    return (one.container ?? "", one.says) < (other.container ?? "", other.says)
  }
}
