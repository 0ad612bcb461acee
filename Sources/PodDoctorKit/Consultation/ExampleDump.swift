import DumpLoading
import Findings
import KubernetesModel
import Provenance
import RuleEngine

/// The manifests and logs of a rule's example, read as a consultation reads a dump.
struct ExampleDump {
  private let dump: LoadedDump
  private let now: Timestamp?

  init(_ example: RuleExample) throws {
    let manifests = MemoryFile(path: example.place.file, bytes: Array(example.input.utf8))
    let logs = example.logs.map { MemoryFile(path: $0.path, bytes: Array($0.text.utf8)) }
    dump = DumpLoader().load(objects: [manifests], logs: logs)
    if let problem = dump.problems.first { throw ExampleError(description: problem.description) }
    now = try example.now.map { text in
      guard let time = Timestamp(text) else {
        throw ExampleError(description: "now wants a time, not '\(text)'")
      }
      return time
    }
  }

  /// The subjects that a consultation by `knowledge` would make of the example.
  func subjects(by knowledge: Knowledge) throws -> [Subject] {
    Examination.subjects(in: try scope(knowledge))
  }

  /// What one rule finds in the example, with remedies as a consultation would tell them.
  func findings(of rule: String, by knowledge: Knowledge) throws -> [Finding] {
    Examination(of: try scope(knowledge), by: knowledge.book).findings(of: rule)
  }

  private func scope(_ knowledge: Knowledge) throws -> DiagnosisScope {
    let facts = ClusterFacts(
      dump.snapshot, now: now ?? dump.snapshot.newestTimestamp, logs: dump.logs,
      knowledge: knowledge)
    return try DiagnosisScope(ConsultationOptions(), in: facts)
  }
}

/// What is wrong with an example's input.
struct ExampleError: Error, CustomStringConvertible {
  var description: String
}
