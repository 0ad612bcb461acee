package import Findings
import KubernetesModel
import Provenance
package import RuleEngine
import YAML

/// Runs the examples of rules through the same facts as a dump.
package struct ExampleRun {
  private let book: RuleBook
  private let examples: [RuleExample]

  /// The rules of a folder, added to the bundled ones.
  package init(of folder: String) throws {
    let files = try RuleFolder.files(at: folder)
    var book = try RuleChoice(ConsultationOptions()).book()
    if files.contains(where: { $0.role == .vocabulary }) {
      book = try RuleBook(files: files, laws: .tested)
    } else {
      try book.add(files, laws: .tested)
    }
    let own = Set(files.filter { $0.role == .rule }.map(\.name))
    self.book = book
    examples = try book.rules().filter { own.contains("\($0.name).yaml") }
      .flatMap(\.source.examples)
  }

  package func outcomes() throws -> [ExampleOutcome] {
    let trial = RuleTrial(of: book, subjects: Self.subjects)
    return examples.map { example in
      let outcome = trial.outcome(of: example)
      return ExampleOutcome(
        rule: example.rule, place: example.place,
        expected: outcome.expected.first ?? "nothing", found: outcome.found + outcome.faults,
        hasPassed: outcome.isPassed)
    }
  }

  /// The subjects of an example's manifests, as a consultation would make them of a dump.
  @Sendable package static func subjects(_ example: RuleExample) throws -> [Subject] {
    try ExampleDump(example).subjects()
  }
}
