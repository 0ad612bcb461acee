package import Findings
package import KubernetesModel
import Provenance
package import YAML

/// What was read of a dump: the snapshot, the logs, and what could not be read.
package struct LoadedDump: Sendable {
  /// What tells the cluster from others whose dumps were read with it; nil when there is only one.
  package var cluster: String?
  package var snapshot: ClusterSnapshot
  package var logs: [ContainerLog]
  /// Sorted by place.
  package var problems: [LoadProblem]
  /// The paths as the user gave them.
  package var sources: [String]
  /// `mix64:` and 16 hexadecimal digits over the names and bytes of all files that were read.
  package var digest: String
  /// Files that are neither objects nor logs and were passed over, as the user named them.
  package var passedOver: [String]
  /// The present of the dump: what the user said it is, or the newest time in it; nil when there is none.
  package var present: TextPresent?
  /// What the collector of the dump could not read, sorted.
  package var failures: [CollectionFailure]
  /// What reads documents again that were let go.
  private let documents: [ItemSource]

  package init(
    snapshot: ClusterSnapshot, logs: [ContainerLog], problems: [LoadProblem], sources: [String],
    digest: String, passedOver: [String], present: TextPresent?, failures: [CollectionFailure],
    documents: [ItemSource]
  ) {
    self.snapshot = snapshot
    self.logs = logs
    self.problems = problems
    self.sources = sources
    self.digest = digest
    self.passedOver = passedOver
    self.present = present
    self.failures = failures
    self.documents = documents
  }

  /// When the dump was taken; nil when nothing in it tells, though ages may count from a nominal present.
  package var capturedAt: Timestamp? {
    present.flatMap { $0.isNominal ? nil : $0.time }
  }

  /// That files were written to after they were read, so that not all can be shown of what they said; sorted.
  ///
  /// It shows when somebody asks for a document that was let go.
  package var changes: [LoadProblem] {
    Set(documents.filter(\.hasChanged).map(\.file)).sorted().map { file in
      LoadProblem(
        .unreadableFile, at: Place(file: file, mark: Mark(line: 1, column: 1)),
        says: "the file was changed while it was diagnosed; not all that it said can be shown")
    }
  }
}
