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
    let found = Array(set.manifests.indices)
      .concurrentMap(chunkSize: Self.chunk, with: CommonTexts()) { findings(about: $1, &$0) }
    let suspended = Set(rules.suspended)
    return suspended.isEmpty
      ? found.flatMap { $0 } : found.flatMap { $0.filter { !suspended.contains($0.rule) } }
  }

  private func findings(about number: Int, _ texts: inout CommonTexts) -> [ReviewFinding] {
    let object = Indirect(set[number].reference)
    var found: [ReviewFinding] = []
    for subject in ManifestSubjects.subjects(of: number, in: set) {
      found += ReviewFinding.findings(
        rules.findings(about: subject, showing: depth), about: subject, object, sharing: &texts)
    }
    return found
  }
}
