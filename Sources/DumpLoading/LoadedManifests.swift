package import Findings
package import KubernetesModel
import Provenance

/// Manifests as they were written, in the order of the input, and what could not be read.
package struct LoadedManifests: Sendable {
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
  /// What kustomize still writes into the objects of files.
  package let completions: KustomizeCompletions
  /// Which files kustomize builds together.
  package let builds: KustomizeBuilds

  package init(
    objects: [LoadedObject], problems: [LoadProblem], sources: [String], files: Int,
    digest: String, remarks: [SourceRemark] = [],
    completions: KustomizeCompletions = KustomizeCompletions(),
    builds: KustomizeBuilds = KustomizeBuilds()
  ) {
    self.objects = objects
    self.problems = problems
    self.sources = sources
    self.files = files
    self.digest = digest
    self.remarks = remarks
    self.completions = completions
    self.builds = builds
  }
}
