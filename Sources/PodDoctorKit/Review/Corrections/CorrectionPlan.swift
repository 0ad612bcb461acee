import Findings
import Provenance
import YAML

/// Which safe patches of findings go where: one change for each manifest, in which all that fit together are joined.
struct CorrectionPlan {
  /// A finding with the patch that corrects it.
  struct Candidate {
    var finding: ReviewFinding
    var patch: MergePatch
  }

  /// The patches for one manifest, which fit together.
  struct Change {
    var mark: Mark
    var candidates: [Candidate]
    /// All of them in one.
    var patch: MergePatch

    /// The change with a further candidate; nil when that contradicts one that is there.
    func joined(with candidate: Candidate) -> Change? {
      guard let patch = patch.joined(with: candidate.patch) else { return nil }
      return Change(mark: mark, candidates: candidates + [candidate], patch: patch)
    }
  }

  /// By file, each in the order of the text.
  private(set) var changes: [String: [Change]] = [:]
  /// What cannot be corrected, with the reason.
  private(set) var left: [Correction] = []

  init(_ findings: [ReviewFinding], in set: ManifestSet) {
    let places = ManifestPlaces(set)
    // Of patches that contradict each other the one of the most severe finding wins.
    for finding in findings.sorted(by: { ($1.severity, $0) < ($0.severity, $1) }) {
      guard finding.counts,
        let patch = finding.safePatch
      else { continue }
      guard let patch = MergePatch(parsing: patch), let mark = places.mark(of: finding) else {
        left.append(Correction(of: finding, leftBecause: "its place is not known exactly"))
        continue
      }
      add(Candidate(finding: finding, patch: patch), at: mark)
    }
    for file in changes.keys { changes[file]?.sort { $0.mark < $1.mark } }
  }

  private mutating func add(_ candidate: Candidate, at mark: Mark) {
    let file = candidate.finding.place.file
    guard let index = changes[file]?.firstIndex(where: { $0.mark == mark }) else {
      changes[file, default: []].append(
        Change(mark: mark, candidates: [candidate], patch: candidate.patch))
      return
    }
    guard let joined = changes[file]?[index].joined(with: candidate) else {
      left.append(
        Correction(
          of: candidate.finding, leftBecause: "another correction wants something else there"))
      return
    }
    changes[file]?[index] = joined
  }
}

/// Where each manifest begins.
private struct ManifestPlaces {
  private struct Key: Hashable {
    var object: ObjectReference
    var file: String
  }

  private var marks: [Key: [Mark]] = [:]

  init(_ set: ManifestSet) {
    for manifest in set.manifests {
      let place = manifest.node.place
      marks[Key(object: manifest.reference, file: place.file), default: []].append(place.mark)
    }
  }

  /// The beginning of the manifest that a finding is about.
  func mark(of finding: ReviewFinding) -> Mark? {
    marks[Key(object: finding.object, file: finding.place.file)]?
      .filter { $0 <= finding.place.mark }.max()
  }
}
