package import Provenance

/// What one rule believes about one subject, with what it saw that makes it believe so.
package struct Finding: Hashable, Sendable {
  /// The name of the rule, which is also the name of the cause.
  package var cause: String
  /// The name in `causes.yaml` of which this cause is a finer case, where it is one.
  package var refines: String?
  package var severity: Severity
  /// How sure the rule is, from 0 to 1.
  package var confidence: Double
  package var playbook: Playbook
  /// The object to change.
  package var object: ObjectReference
  /// The object that suffers.
  package var affected: AffectedObject
  /// One sentence.
  package var says: String
  /// What it means, in a few sentences.
  package var why: String
  package var evidence: [Evidence]
  /// The causes that, found about the same affected object, are symptoms of this one.
  package var explains: [String]
  package var alternatives: [Alternative]
  package var remedies: [Remedy]
  /// What is known of remedies that were left out; nil where none were.
  package var untoldRemedies: UntoldRemedies?
  /// What tells two cases of one cause about the same object apart (a key, a port); mostly empty.
  package var key: String
  /// Whether this is said only where nothing surer is found about the affected object.
  package var isFallback: Bool

  package init(
    cause: String, refines: String? = nil, severity: Severity, confidence: Double,
    playbook: Playbook, object: ObjectReference, affected: AffectedObject, says: String,
    why: String = "", evidence: [Evidence] = [], explains: [String] = [],
    alternatives: [Alternative] = [], remedies: [Remedy] = [],
    untoldRemedies: UntoldRemedies? = nil, key: String = "", isFallback: Bool = false
  ) {
    self.cause = cause
    self.refines = refines
    self.severity = severity
    self.confidence = confidence
    self.playbook = playbook
    self.object = object
    self.affected = affected
    self.says = says
    self.why = why
    self.evidence = evidence
    self.explains = explains
    self.alternatives = alternatives
    self.remedies = remedies
    self.untoldRemedies = untoldRemedies
    self.key = key
    self.isFallback = isFallback
  }
}
