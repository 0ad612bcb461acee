import DumpLoading
import Provenance
import RuleEngine

/// The manifests of a review rule's example, read as a review reads them.
struct ExampleManifests {
  let subjects: [Subject]

  init(_ example: RuleExample) {
    let file = MemoryFile(path: example.place.file, bytes: Array(example.input.utf8))
    let set = ManifestSet(
      DumpLoader().manifests(in: [file]), ReviewOptions(), cluster: Self.cluster(of: example))
    subjects = ManifestSubjects.all(in: set)
  }

  private static func cluster(of example: RuleExample) -> ReviewCluster? {
    guard !example.cluster.isEmpty else { return nil }
    let file = MemoryFile(path: example.place.file, bytes: Array(example.cluster.utf8))
    return ReviewCluster(DumpLoader().load(objects: [file], logs: []).snapshot)
  }
}
