import Basics
import Findings
import RuleEngine

/// Tells remedies that were left out, by asking the rule again.
struct RemedyTeller {
  private let set: ManifestSet
  private let rules: RuleBook
  private var texts = CommonTexts()
  /// The subjects of the manifest that was asked about last: findings about one follow each other.
  private var last: (number: Int, subjects: [Subject])?

  init(for set: ManifestSet, by rules: RuleBook) {
    self.set = set
    self.rules = rules
  }

  /// Makes of the findings the first of each reason that counts tell its remedies.
  mutating func tellFirsts(of findings: inout [ReviewFinding]) {
    for index in FirstReasons.firsts(of: findings, where: { $0.counts }) { tell(&findings[index]) }
  }

  private mutating func tell(_ finding: inout ReviewFinding) {
    guard finding.untoldRemedies != nil, let told = told(finding) else { return }
    finding.remedies = told.remedies
    finding.untoldRemedies = nil
  }

  /// The same finding with its remedies.
  private mutating func told(_ finding: ReviewFinding) -> ReviewFinding? {
    for number in set.manifests(of: finding.object) {
      for subject in subjects(of: number)
      where subject.container == finding.container {
        let findings = rules.verdicts(of: finding.rule, about: subject, showing: .placed).findings
        let told = ReviewFinding.findings(
          findings, about: subject, Indirect(finding.object), sharing: &texts)
        if let same = told.first(where: { $0.isSame(as: finding) }) { return same }
      }
    }
    return nil
  }

  private mutating func subjects(of number: Int) -> [Subject] {
    if let last, last.number == number { return last.subjects }
    let subjects = ManifestSubjects.subjects(of: number, in: set)
    last = (number, subjects)
    return subjects
  }
}

extension ReviewFinding {
  fileprivate func isSame(as other: ReviewFinding) -> Bool {
    place == other.place && field == other.field && fingerprint == other.fingerprint
  }
}
