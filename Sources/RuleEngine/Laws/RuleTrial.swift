import Findings

/// Tries the examples of rules: the answer to `poddoctor rules test`, and a test case for every
/// bundled example.
package struct RuleTrial: Sendable {
  /// Makes the subjects of an example's input; throws text that says what is wrong with it.
  package typealias Subjects = @Sendable (RuleExample) throws -> [Subject]

  /// How an example came out.
  package struct Outcome: Sendable {
    package var example: RuleExample
    /// The sentences that the rule said, sorted, each once.
    package var found: [String]
    /// What could not be read or evaluated.
    package var faults: [String]

    /// Whether the rule did what the example says, without faults.
    package var isPassed: Bool { faults.isEmpty && found == expected }

    package var expected: [String] {
      switch example.finds {
      case .nothing: []
      case .sentences(let sentences): sentences.sorted()
      }
    }

    /// What differs, for the author of the rule; nil when nothing does.
    package var complaint: String? {
      guard !isPassed else { return nil }
      let lines =
        [
          "\(example.place): \(example)", "  expected: \(Self.text(expected))",
          "  found:    \(Self.text(found))",
        ]
        + faults.map { "  fault:    \($0)" }
      return lines.joined(separator: "\n")
    }

    private static func text(_ sentences: [String]) -> String {
      sentences.isEmpty ? "nothing" : sentences.joined(separator: "\n            ")
    }
  }

  private let book: RuleBook
  private let subjects: Subjects

  package init(of book: RuleBook, subjects: @escaping Subjects) {
    self.book = book
    self.subjects = subjects
  }

  /// Asks the example's rule about every subject of the example.
  package func outcome(of example: RuleExample) -> Outcome {
    var outcome = Outcome(example: example, found: [], faults: [])
    var found: Set<String> = []
    do {
      var book = book
      try book.set(example.parameters, of: example.rule)
      for subject in try subjects(example) {
        let verdicts = book.verdicts(of: example.rule, about: subject)
        found.formUnion(verdicts.findings.map(\.says))
        outcome.faults += verdicts.faults.map(\.description)
      }
    } catch {
      outcome.faults.append("\(error)")
    }
    outcome.found = found.sorted()
    return outcome
  }
}
