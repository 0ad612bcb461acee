package import Basics
package import Provenance

/// What is wrong in a manifest, with the field to change.
package struct ReviewFinding: Hashable, Sendable {
  /// The kind that stands for a file in which there is no object.
  package static let fileKind = "File"

  // By reference, because lists of findings are filtered, sorted and rewritten, and each has a dozen parts to count.
  private var kept: Indirect<Parts>

  private struct Parts: Hashable, Sendable {
    var rule: String
    // By reference, because all findings about an object share it.
    var object: Indirect<ObjectReference>
    var container: String?
    var field: String
    var place: Place
    var about: String
    var says: String
    var why: String
    var remedies: [Remedy]
    // By reference, because few findings have one.
    var suppressed: Indirect<Suppression>?
    /// The fingerprint of what the finding said before it was put into other words; nil where it was not.
    var fingerprint: Fingerprint?
    // Behind it, because what takes one octet stands in the rest of its words there.
    var severity: Severity
    var untoldRemedies: UntoldRemedies?
  }

  private var parts: Parts {
    unsafeAddress { unsafe kept.address }
    unsafeMutableAddress { unsafe kept.mutableAddress() }
  }

  package init(
    rule: String, severity: Severity, object: Indirect<ObjectReference>, container: String? = nil,
    field: String, place: Place, about: String = "", says: String, why: String = "",
    remedies: [Remedy] = [], untoldRemedies: UntoldRemedies? = nil, suppressed: Suppression? = nil
  ) {
    kept = Indirect(
      Parts(
        rule: rule, object: object, container: container, field: field, place: place,
        about: about, says: says, why: why, remedies: remedies,
        suppressed: suppressed.map { Indirect($0) }, severity: severity,
        untoldRemedies: untoldRemedies))
  }
}

extension ReviewFinding {
  /// The name of the rule, or of what could not be read.
  package var rule: String { parts.rule }

  package var severity: Severity {
    get { parts.severity }
    _modify { yield &parts.severity }
  }

  /// The object that the manifest makes; a file where there is none.
  package internal(set) var object: ObjectReference {
    unsafeAddress { unsafe parts.object.address }
    unsafeMutableAddress { unsafe parts.object.mutableAddress() }
  }

  package internal(set) var container: String? {
    get { parts.container }
    _modify { yield &parts.container }
  }

  /// The path of the field inside the object; empty when the whole object is meant.
  package internal(set) var field: String {
    get { parts.field }
    _modify { yield &parts.field }
  }

  /// Where it stands: the field, or the nearest thing above it that is written.
  package internal(set) var place: Place {
    get { parts.place }
    _modify { yield &parts.place }
  }

  /// What the field names, as the rule quotes it, such as a port; empty where nothing is.
  ///
  /// No report shows it.
  package var about: String { parts.about }

  /// One sentence.
  package internal(set) var says: String {
    get { parts.says }
    _modify { yield &parts.says }
  }

  /// What it means, in a few sentences.
  package var why: String { parts.why }

  package var remedies: [Remedy] {
    get { parts.remedies }
    _modify { yield &parts.remedies }
  }

  /// What is known of remedies that were left out; nil where none were.
  package var untoldRemedies: UntoldRemedies? {
    get { parts.untoldRemedies }
    _modify { yield &parts.untoldRemedies }
  }

  /// Why the finding does not count; nil when it does.
  package var suppressed: Suppression? {
    get { parts.suppressed.map { unsafe $0.address.pointee } }
    set { parts.suppressed = newValue.map { Indirect($0) } }
  }

  /// Whether the finding counts.
  package var counts: Bool { parts.suppressed == nil }
}

extension ReviewFinding {
  /// The change of the manifest that may be made without asking anybody; nil when there is none.
  package var safePatch: String? {
    remedies.first { $0.risk == .safe && $0.patch != nil }?.patch
  }

  /// Whether there is such a change, also where it was left out.
  package var offersSafePatch: Bool { untoldRemedies?.offersSafePatch ?? (safePatch != nil) }
}

extension ReviewFinding {
  /// The same for the same finding after lines have moved.
  package var fingerprint: Fingerprint { parts.fingerprint ?? madeFingerprint }

  /// Adds to what the finding says; it is the same finding for all that.
  package mutating func add(_ words: String) {
    keepFingerprint()
    says += words
  }

  /// Keeps the fingerprint of what the finding says now, before it is put into other words.
  mutating func keepFingerprint() { parts.fingerprint = fingerprint }

  /// Gives the finding the fingerprint of what it says now.
  mutating func renewFingerprint() { parts.fingerprint = nil }

  private var madeFingerprint: Fingerprint {
    Fingerprint(
      of: [
        rule, object.kind, object.namespace, object.name, container ?? "",
        Fingerprint.withoutPositions(field), says,
      ])
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
