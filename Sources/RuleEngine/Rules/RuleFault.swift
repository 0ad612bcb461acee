package import Provenance

/// An expression of a rule that could not be evaluated about a subject; the rule counts as not
/// matching there.
package struct RuleFault: Error, Hashable, Sendable, Comparable, CustomStringConvertible {
  package var rule: String
  package var subject: ObjectReference
  package var container: String?
  /// Where the expression stands in the rule file.
  package var place: Place
  package var says: String

  /// A rule that was switched off because it ran out of steps too often.
  package init(givenUpOn rule: String) {
    self.init(
      rule: rule, subject: ObjectReference(kind: "Rule", name: rule),
      place: Place(file: rule, mark: Mark(line: 0, column: 0)),
      says: "was given up on, because it ran out of steps too often")
  }

  package init(
    rule: String, subject: ObjectReference, container: String? = nil, place: Place, says: String
  ) {
    self.rule = rule
    self.subject = subject
    self.container = container
    self.place = place
    self.says = says
  }

  package var description: String {
    "\(place): rule \(rule) about \(subject): \(says)"
  }

  package static func < (one: RuleFault, other: RuleFault) -> Bool {
    (one.rule, one.place, one.subject, one.says)
      < (other.rule, other.place, other.subject, other.says)
  }
}
