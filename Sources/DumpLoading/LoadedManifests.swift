package import Findings
package import KubernetesModel
import Provenance

/// Manifests as they were written, in the order of the input, and what could not be read.
package struct LoadedManifests: Sendable {
  /// Stands in place of a path for what kustomize writes of which every file may make use.
  static let everyFile = ""

  package var objects: [LoadedObject]
  /// Sorted by place.
  package var problems: [LoadProblem]
  /// The paths as the user gave them.
  package var sources: [String]
  /// How many files were read.
  package var files: Int
  /// As ``LoadedDump/digest``.
  package var digest: String
  /// Comments that speak to us.
  package var remarks: [SourceRemark]
  /// What kustomize still writes into the objects of files, by their paths without detours.
  private let completions: [String: Set<KustomizeCompletion>]

  package init(
    objects: [LoadedObject], problems: [LoadProblem], sources: [String], files: Int,
    digest: String, remarks: [SourceRemark] = [],
    completions: [String: Set<KustomizeCompletion>] = [:]
  ) {
    self.objects = objects
    self.problems = problems
    self.sources = sources
    self.files = files
    self.digest = digest
    self.remarks = remarks
    self.completions = completions
  }

  /// The findings of what is applied, without those of what kustomize still writes there.
  package func leaving(_ findings: [ReviewFinding]) -> [ReviewFinding] {
    completions.isEmpty ? findings : findings.filter(leaves)
  }

  private func leaves(_ finding: ReviewFinding) -> Bool {
    [KustomizeFiles.path(finding.place.file), Self.everyFile].allSatisfy { path in
      !(completions[path]?.contains { $0.settles(finding) } ?? false)
    }
  }
}
