/// The bounds that keep a rule, also a user's, from using up time or memory.
package struct RuleLimits: Hashable, Sendable {
  /// The steps that one expression may take about one subject.
  package var steps = 200_000
  /// The pieces of evidence that one clause with `each` may give.
  package var evidencePerClause = 8
  /// The findings that a rule with `each` may have about one subject.
  package var findingsPerSubject = 64
  /// How often a rule may run out of steps before it is not asked any more.
  package var overruns = 8

  package init() {}
}
