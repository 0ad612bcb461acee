import DumpLoading
import Provenance
import RuleEngine

/// The manifests of a review rule's example, read as a review reads them.
struct ExampleManifests {
  let subjects: [Subject]

  init(_ example: RuleExample) {
    let file = MemoryFile(path: example.place.file, bytes: Array(example.input.utf8))
    let set = ManifestSet(DumpLoader().manifests(in: [file]), ReviewOptions())
    subjects = ManifestSubjects.all(in: set)
  }
}
