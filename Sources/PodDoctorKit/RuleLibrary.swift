package import Findings

/// The rules as people read and test them: the bundled ones and those of further folders.
package struct RuleLibrary: Sendable {
  package init(folders: [String]) throws(ConsultationError) {}

  /// Every rule, sorted by name.
  package var descriptions: [RuleDescription] { [] }

  /// Runs the examples of the rules in a folder.
  package static func outcomes(
    ofExamplesIn folder: String
  ) throws(ConsultationError) -> [ExampleOutcome] {
    throw .nothingUsable("this build cannot read rules yet")
  }
}
