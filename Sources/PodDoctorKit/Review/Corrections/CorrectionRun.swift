import DumpLoading
import Findings
import Provenance
import YAML

/// Makes the changes of a plan in memory.
struct CorrectionRun {
  private(set) var files: [CorrectedFile] = []
  private(set) var corrections: [Correction]

  /// - Parameter held: the bytes of inputs that can be had only once, by path.
  init(_ plan: CorrectionPlan, held: [String: [UInt8]]) {
    corrections = plan.left
    for (path, changes) in plan.changes.sorted(by: { $0.key < $1.key }) {
      do throws(DumpLoader.Untouchable) {
        edit(path, try Self.bytes(of: path, held), changes)
      } catch {
        leave(changes.flatMap(\.findings), because: error.reason)
      }
    }
  }

  private static func bytes(
    of path: String, _ held: [String: [UInt8]]
  ) throws(DumpLoader.Untouchable) -> [UInt8] {
    if let bytes = held[path] { return bytes }
    return try DumpLoader.editableBytes(of: path)
  }

  /// What became of the findings, in the order of their places, when these are found after the changes.
  func corrections(leaving remaining: [ReviewFinding]) -> [Correction] {
    let remaining = Set(remaining.map(\.identity))
    return corrections.map { correction in
      var correction = correction
      if correction.isMade, remaining.contains(correction.identity) {
        correction.leftBecause = "the change did not suffice"
      }
      return correction
    }.sorted { ($0.place, $0.rule, $0.says) < ($1.place, $1.rule, $1.says) }
  }

  private mutating func edit(
    _ path: String, _ bytes: [UInt8], _ changes: [CorrectionPlan.Change]
  ) {
    let outcome = YAMLEditor(bytes).applying(changes.map { .init(at: $0.mark, $0.patch) })
    for (change, refusal) in zip(changes, outcome.refusals) {
      if let refusal {
        leave(change.findings, because: refusal.description)
      } else {
        corrections += change.findings.map { Correction(of: $0) }
      }
    }
    if outcome.bytes != bytes {
      files.append(CorrectedFile(path: path, before: bytes, after: outcome.bytes))
    }
  }

  private mutating func leave(_ findings: [ReviewFinding], because reason: String) {
    corrections += findings.map { Correction(of: $0, leftBecause: reason) }
  }
}

/// What a finding and its correction have in common, wherever its lines have moved.
private struct Identity: Hashable {
  var rule: String
  var object: ObjectReference
  var container: String?
  var file: String
  var says: String
}

extension ReviewFinding {
  fileprivate var identity: Identity {
    Identity(rule: rule, object: object, container: container, file: place.file, says: says)
  }
}

extension Correction {
  fileprivate var identity: Identity {
    Identity(rule: rule, object: object, container: container, file: place.file, says: says)
  }
}
