package import Findings
import KubernetesModel
import Provenance
import RuleEngine
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
    let reviewing = Set(book.entries.filter { $0.playbook == Playbook.review.rawValue }.map(\.name))
    let trial = RuleTrial(of: book) { example in
      reviewing.contains(example.rule)
        ? ExampleManifests(example).subjects : try ExampleDump(example).subjects()
    }
    return examples.map { example in
      let outcome = trial.outcome(of: example)
      return ExampleOutcome(
        rule: example.rule, place: example.place,
        expected: outcome.expected.first ?? "nothing", found: outcome.found + outcome.faults,
        hasPassed: outcome.isPassed)
    }
  }
}
