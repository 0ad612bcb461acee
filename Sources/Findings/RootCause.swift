package import Provenance

/// A cause that nothing else in the dump explains, with all that it explains.
package struct RootCause: Hashable, Sendable {
  package var cause: String
  package var refines: String?
  /// From 1, best first.
  package var rank: Int
  package var confidence: Double
  package var severity: Severity
  package var playbook: Playbook
  /// The cluster, where the report is about several.
  package var cluster: String?
  /// The object to change.
  package var object: ObjectReference
  /// Sorted; without duplicates.
  package var affected: [AffectedObject]
  package var says: String
  package var why: String
  package var evidence: [Evidence]
  /// Names of the findings that this cause explains, sorted.
  package var explains: [String]
  package var alternatives: [Alternative]
  /// From the mildest to the harshest.
  package var remedies: [Remedy]

  package init(
    cause: String, refines: String? = nil, rank: Int, confidence: Double, severity: Severity,
    playbook: Playbook, object: ObjectReference, affected: [AffectedObject], says: String,
    why: String, evidence: [Evidence], explains: [String], alternatives: [Alternative],
    remedies: [Remedy]
  ) {
    self.cause = cause
    self.refines = refines
    self.rank = rank
    self.confidence = confidence
    self.severity = severity
    self.playbook = playbook
    self.object = object
    self.affected = affected
    self.says = says
    self.why = why
    self.evidence = evidence
    self.explains = explains
    self.alternatives = alternatives
    self.remedies = remedies
  }
}
