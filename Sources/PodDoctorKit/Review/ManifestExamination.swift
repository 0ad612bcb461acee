import Basics
import Findings
import Provenance
import RuleEngine

/// Asks the rules about every manifest, every pod template and every container of one.
struct ManifestExamination: Sendable {
  private let set: ManifestSet
  private let rules: RuleBook
  private let depth: TellingDepth

  /// An examination that tells as much of what it finds as the depth says.
  init(of set: ManifestSet, by rules: RuleBook, telling depth: TellingDepth) {
    self.set = set
    self.rules = rules
    self.depth = depth
  }

  /// How many manifests are worth handing to another processor.
  private static let chunk = 16

  /// All findings, in the order of the input.
  func findings() -> [ReviewFinding] {
    let found = set.manifests.stretches(of: Self.chunk).concurrentMap { findings(about: $0) }
    let suspended = Set(rules.suspended)
    return suspended.isEmpty
      ? found.flatMap { $0 } : found.flatMap { $0.filter { !suspended.contains($0.rule) } }
  }

  private func findings(about manifests: Range<Int>) -> [ReviewFinding] {
    let subjects = manifests.map { ManifestSubjects.subjects(of: $0, in: set) }
    var verdicts = rules.verdicts(about: subjects.flatMap { $0 }, showing: depth)[...]
    var texts = CommonTexts()
    var found: [ReviewFinding] = []
    for (number, subjects) in zip(manifests, subjects) {
      let object = Indirect(set[number].reference)
      for (subject, verdicts) in zip(subjects, verdicts) {
        found += ReviewFinding.findings(verdicts.findings, about: subject, object, sharing: &texts)
      }
      verdicts.removeFirst(subjects.count)
    }
    return found
  }
}
