package import Basics
package import Provenance

/// What one rule believes about one subject, with what it saw that makes it believe so.
package struct Finding: Hashable, Sendable {
  // By reference, because lists of findings are put together, sorted and grouped, and each has a dozen parts to count.
  @usableFromInline var kept: Indirect<Parts>

  @usableFromInline
  struct Parts: Hashable, Sendable {
    @usableFromInline var cause: String
    @usableFromInline var refines: String?
    @usableFromInline var severity: Severity
    @usableFromInline var confidence: Double
    @usableFromInline var playbook: Playbook
    @usableFromInline var object: ObjectReference
    @usableFromInline var affected: AffectedObject
    @usableFromInline var says: String
    @usableFromInline var why: String
    @usableFromInline var evidence: [Evidence]
    @usableFromInline var explains: [String]
    @usableFromInline var alternatives: [Alternative]
    @usableFromInline var remedies: [Remedy]
    @usableFromInline var untoldRemedies: UntoldRemedies?
    @usableFromInline var key: String
    @usableFromInline var isFallback: Bool
  }

  @inlinable
  var parts: Parts {
    unsafeAddress { unsafe kept.address }
    unsafeMutableAddress { unsafe kept.mutableAddress() }
  }

  package init(
    cause: String, refines: String? = nil, severity: Severity, confidence: Double,
    playbook: Playbook, object: ObjectReference, affected: AffectedObject, says: String,
    why: String = "", evidence: [Evidence] = [], explains: [String] = [],
    alternatives: [Alternative] = [], remedies: [Remedy] = [],
    untoldRemedies: UntoldRemedies? = nil, key: String = "", isFallback: Bool = false
  ) {
    kept = Indirect(
      Parts(
        cause: cause, refines: refines, severity: severity, confidence: confidence,
        playbook: playbook, object: object, affected: affected, says: says, why: why,
        evidence: evidence, explains: explains, alternatives: alternatives, remedies: remedies,
        untoldRemedies: untoldRemedies, key: key, isFallback: isFallback))
  }
}

extension Finding {
  /// The name of the rule, which is also the name of the cause.
  @inlinable
  package var cause: String {
    _read { yield parts.cause }
    _modify { yield &parts.cause }
  }

  /// The name in `causes.yaml` of which this cause is a finer case, where it is one.
  @inlinable
  package var refines: String? {
    _read { yield parts.refines }
    _modify { yield &parts.refines }
  }

  @inlinable
  package var severity: Severity {
    _read { yield parts.severity }
    _modify { yield &parts.severity }
  }

  /// How sure the rule is, from 0 to 1.
  @inlinable
  package var confidence: Double {
    _read { yield parts.confidence }
    _modify { yield &parts.confidence }
  }

  @inlinable
  package var playbook: Playbook {
    _read { yield parts.playbook }
    _modify { yield &parts.playbook }
  }

  /// The object to change.
  @inlinable
  package var object: ObjectReference {
    _read { yield parts.object }
    _modify { yield &parts.object }
  }

  /// The object that suffers.
  @inlinable
  package var affected: AffectedObject {
    _read { yield parts.affected }
    _modify { yield &parts.affected }
  }

  /// One sentence.
  @inlinable
  package var says: String {
    _read { yield parts.says }
    _modify { yield &parts.says }
  }

  /// What it means, in a few sentences.
  @inlinable
  package var why: String {
    _read { yield parts.why }
    _modify { yield &parts.why }
  }

  @inlinable
  package var evidence: [Evidence] {
    _read { yield parts.evidence }
    _modify { yield &parts.evidence }
  }

  /// The causes that, found about the same affected object, are symptoms of this one.
  @inlinable
  package var explains: [String] {
    _read { yield parts.explains }
    _modify { yield &parts.explains }
  }

  @inlinable
  package var alternatives: [Alternative] {
    _read { yield parts.alternatives }
    _modify { yield &parts.alternatives }
  }

  @inlinable
  package var remedies: [Remedy] {
    _read { yield parts.remedies }
    _modify { yield &parts.remedies }
  }

  /// What is known of remedies that were left out; nil where none were.
  @inlinable
  package var untoldRemedies: UntoldRemedies? {
    _read { yield parts.untoldRemedies }
    _modify { yield &parts.untoldRemedies }
  }

  /// What tells two cases of one cause about the same object apart (a key, a port); mostly empty.
  @inlinable
  package var key: String {
    _read { yield parts.key }
    _modify { yield &parts.key }
  }

  /// Whether this is said only where nothing surer is found about the affected object.
  @inlinable
  package var isFallback: Bool {
    _read { yield parts.isFallback }
    _modify { yield &parts.isFallback }
  }
}
