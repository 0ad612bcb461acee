package import Findings
package import Provenance
package import RuleEngine

/// Somebody's word that some findings do not count.
package struct Ignore: Sendable {
  /// Names of rules, or globs.
  package var rules: [Glob]
  /// What the findings have to be about; nil for anything.
  package var namespace: Glob?
  package var kind: Glob?
  package var name: Glob?
  package var container: Glob?
  package var file: Glob?
  /// The lines of `place`'s file that are meant; nil for all.
  package var lines: ClosedRange<Int>?
  package var suppression: Suppression
  /// Where it is written.
  package var place: Place
  /// Whether it speaks to another tool, which may find what nothing here does.
  var isForOthers = false

  package init(rules: [Glob], suppression: Suppression, place: Place) {
    self.rules = rules
    self.suppression = suppression
    self.place = place
  }

  /// Whether the finding is among those that are meant.
  func covers(_ finding: ReviewFinding) -> Bool {
    rules.contains { $0.matches(finding.rule) } && concerns(finding.object, in: finding.place)
      && (container?.matches(finding.container ?? "") ?? true)
  }

  /// Whether an object that stands at a place can be meant.
  func concerns(_ object: ObjectReference, in place: Place) -> Bool {
    (namespace?.matches(object.namespace) ?? true) && (kind?.matches(object.kind) ?? true)
      && (name?.matches(object.name) ?? true) && (file?.matches(place.file) ?? true)
      && (lines?.contains(place.line) ?? true)
  }

  /// Whether it has expired on a day; both are written as `2026-12-31`, and what is no day does not last.
  func hasExpired(on today: String?) -> Bool {
    guard let expires = suppression.expires else { return false }
    guard CalendarDay.isWritten(expires) else { return true }
    return today.map { expires < $0 } ?? false
  }
}
