package import Provenance

/// What came of one example of one rule in `poddoctor rules test`.
package struct ExampleOutcome: Hashable, Sendable {
  package var rule: String
  package var place: Place
  /// The sentence that the example promises, or `nothing`.
  package var expected: String
  /// The sentences that the rule said.
  package var found: [String]
  package var hasPassed: Bool

  package init(
    rule: String, place: Place, expected: String, found: [String], hasPassed: Bool
  ) {
    self.rule = rule
    self.place = place
    self.expected = expected
    self.found = found
    self.hasPassed = hasPassed
  }
}
