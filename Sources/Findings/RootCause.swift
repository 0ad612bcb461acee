package import Basics
package import Provenance

/// A cause that nothing else in the dump explains, with all that it explains.
package struct RootCause: Hashable, Sendable {
  // By reference, because root causes are ranked, rewritten and partitioned, and each has a dozen parts to count.
  @usableFromInline var kept: Indirect<Parts>

  @usableFromInline
  struct Parts: Hashable, Sendable {
    @usableFromInline var cause: String
    @usableFromInline var refines: String?
    @usableFromInline var rank: Int
    @usableFromInline var confidence: Double
    @usableFromInline var severity: Severity
    @usableFromInline var playbook: Playbook
    @usableFromInline var cluster: String?
    @usableFromInline var object: ObjectReference
    @usableFromInline var affected: [AffectedObject]
    @usableFromInline var says: String
    @usableFromInline var why: String
    @usableFromInline var evidence: [Evidence]
    @usableFromInline var explains: [String]
    @usableFromInline var alternatives: [Alternative]
    @usableFromInline var remedies: [Remedy]
  }

  @inlinable
  var parts: Parts {
    unsafeAddress { unsafe kept.address }
    unsafeMutableAddress { unsafe kept.mutableAddress() }
  }

  package init(
    cause: String, refines: String? = nil, rank: Int, confidence: Double, severity: Severity,
    playbook: Playbook, object: ObjectReference, affected: [AffectedObject], says: String,
    why: String, evidence: [Evidence], explains: [String], alternatives: [Alternative],
    remedies: [Remedy]
  ) {
    kept = Indirect(
      Parts(
        cause: cause, refines: refines, rank: rank, confidence: confidence, severity: severity,
        playbook: playbook, object: object, affected: affected, says: says, why: why,
        evidence: evidence, explains: explains, alternatives: alternatives, remedies: remedies))
  }
}

extension RootCause {
  @inlinable
  package var cause: String {
    _read { yield parts.cause }
    _modify { yield &parts.cause }
  }

  @inlinable
  package var refines: String? {
    _read { yield parts.refines }
    _modify { yield &parts.refines }
  }

  /// From 1, best first.
  @inlinable
  package var rank: Int {
    _read { yield parts.rank }
    _modify { yield &parts.rank }
  }

  @inlinable
  package var confidence: Double {
    _read { yield parts.confidence }
    _modify { yield &parts.confidence }
  }

  @inlinable
  package var severity: Severity {
    _read { yield parts.severity }
    _modify { yield &parts.severity }
  }

  @inlinable
  package var playbook: Playbook {
    _read { yield parts.playbook }
    _modify { yield &parts.playbook }
  }

  /// The cluster, where the report is about several.
  @inlinable
  package var cluster: String? {
    _read { yield parts.cluster }
    _modify { yield &parts.cluster }
  }

  /// The object to change.
  @inlinable
  package var object: ObjectReference {
    _read { yield parts.object }
    _modify { yield &parts.object }
  }

  /// Sorted; without duplicates.
  @inlinable
  package var affected: [AffectedObject] {
    _read { yield parts.affected }
    _modify { yield &parts.affected }
  }

  @inlinable
  package var says: String {
    _read { yield parts.says }
    _modify { yield &parts.says }
  }

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

  /// Names of the findings that this cause explains, sorted.
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

  /// From the mildest to the harshest.
  @inlinable
  package var remedies: [Remedy] {
    _read { yield parts.remedies }
    _modify { yield &parts.remedies }
  }
}
