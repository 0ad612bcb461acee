import DumpLoading
import Findings
import Provenance
import YAML

/// Makes the changes of a plan in memory.
struct CorrectionRun {
  private(set) var files: [CorrectedFile] = []
  private(set) var corrections: [Correction]

  /// Runs a plan; `held` are the bytes of inputs that can be had only once, by path.
  init(_ plan: CorrectionPlan, held: [String: [UInt8]]) {
    corrections = plan.left
    for (path, changes) in plan.changes.sorted(by: { $0.key < $1.key }) {
      do throws(DumpLoader.Untouchable) {
        edit(path, try Self.bytes(of: path, held), changes)
      } catch {
        leave(changes.flatMap(\.candidates), because: error.reason)
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
    let editor = YAMLEditor(bytes)
    let refusals = editor.applying(changes.map { .init(at: $0.mark, $0.patch) }).refusals
    let possible = zip(changes, refusals).compactMap { change, refusal in
      refusal == nil ? change : reduced(change, with: editor)
    }
    let outcome = editor.applying(possible.map { .init(at: $0.mark, $0.patch) })
    for (change, refusal) in zip(possible, outcome.refusals) {
      if let refusal {
        leave(change.candidates, because: refusal.description)
      } else {
        corrections += change.candidates.map { Correction(of: $0.finding) }
      }
    }
    if outcome.bytes != bytes {
      files.append(CorrectedFile(path: path, before: bytes, after: outcome.bytes))
    }
  }

  /// What of a refused change can be made; nil when nothing can.
  private mutating func reduced(
    _ change: CorrectionPlan.Change, with editor: YAMLEditor
  ) -> CorrectionPlan.Change? {
    var made: CorrectionPlan.Change?
    for candidate in change.candidates {
      let first = CorrectionPlan.Change(
        mark: change.mark, candidates: [candidate], patch: candidate.patch)
      guard let tried = made.map({ $0.joined(with: candidate) }) ?? first else { continue }
      let refusals = editor.applying([.init(at: tried.mark, tried.patch)]).refusals
      if let refusal = refusals.compactMap(\.self).first {
        leave([candidate], because: refusal.description)
      } else {
        made = tried
      }
    }
    return made
  }

  private mutating func leave(_ candidates: [CorrectionPlan.Candidate], because reason: String) {
    corrections += candidates.map { Correction(of: $0.finding, leftBecause: reason) }
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
