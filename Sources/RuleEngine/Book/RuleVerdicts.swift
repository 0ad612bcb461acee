package import Findings

/// What a book of rules says about one subject.
package struct RuleVerdicts: Sendable {
  /// In order of the rules' names.
  package var findings: [Finding] = []
  /// What could not be evaluated; shown with `-v`, and a failure in tests.
  package var faults: [RuleFault] = []

  package init() {}
}
