package import Findings
import Provenance

/// What kustomize still writes into the objects of each file.
package struct KustomizeCompletions: Sendable {
  /// By the paths of the files without detours.
  private var byFile: [String: Set<KustomizeCompletion>] = [:]
  /// What every file may make use of.
  var everywhere: Set<KustomizeCompletion> = []

  package init() {}

  /// What is written into a file, by its path without detours.
  subscript(file: String) -> Set<KustomizeCompletion> {
    get { byFile[file] ?? [] }
    set { byFile[file] = newValue }
  }

  /// The findings without those that object only to what is still written there.
  package func leaving(_ findings: [ReviewFinding]) -> [ReviewFinding] {
    byFile.isEmpty && everywhere.isEmpty ? findings : findings.filter { !settles($0) }
  }

  private func settles(_ finding: ReviewFinding) -> Bool {
    everywhere.contains { $0.settles(finding) }
      || self[KustomizeFiles.path(finding.place.file)].contains { $0.settles(finding) }
  }
}
