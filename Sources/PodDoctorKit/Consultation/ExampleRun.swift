package import Findings
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// Runs the examples of rules through the same facts as a dump.
package struct ExampleRun {
  private let knowledge: Knowledge
  private let examples: [RuleExample]

  /// The rules of a folder, added to the bundled ones.
  package init(of folder: String) throws {
    try self.init(of: RuleFolder.files(at: folder))
  }

  init(of files: [RuleFile]) throws {
    var knowledge = Knowledge.bundled
    try knowledge.add(files, laws: .tested)
    let own = Set(files.filter { $0.role == .rule }.map(\.stem))
    self.knowledge = knowledge
    examples = try knowledge.book.sources().filter { own.contains($0.name.value) }
      .flatMap(\.examples)
  }

  /// How each example came out, by rule and place.
  package func outcomes() -> [ExampleOutcome] {
    let knowledge = knowledge
    let reviewing = Set(
      knowledge.book.entries.filter { $0.playbook == Playbook.review.rawValue }.map(\.name))
    let trial = RuleTrial(of: knowledge.book) { example in
      reviewing.contains(example.rule)
        ? ExampleManifests(example).subjects : try ExampleDump(example).subjects(by: knowledge)
    }
    return examples.map { example in
      let outcome = trial.outcome(of: example)
      return ExampleOutcome(
        rule: example.rule, place: example.place,
        expected: outcome.expected.isEmpty ? "nothing" : outcome.expected.joined(separator: "; "),
        found: outcome.found + outcome.faults, hasPassed: outcome.isPassed)
    }
  }
}
