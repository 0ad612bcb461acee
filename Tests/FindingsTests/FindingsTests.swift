import Findings
import Provenance
import Testing

@Suite("Findings")
struct FindingsTests {
  @Test(
    "every kind of load problem becomes a finding with its place",
    arguments: LoadProblem.Kind.allCases)
  func loadProblem(_ kind: LoadProblem.Kind) {
    let place = Place(file: "pods.yaml", mark: Mark(line: 3, column: 7))
    let finding = Finding(LoadProblem(kind, at: place, says: "expected a mapping"))
    #expect(finding.cause == kind.rawValue)
    #expect(finding.playbook == .dump)
    #expect(finding.severity < .error)
    #expect(finding.object == ObjectReference(kind: "File", name: "pods.yaml"))
    #expect(finding.evidence.map(\.place) == [place])
    #expect(!finding.why.isEmpty)
  }

  @Test("severities and risks are ordered from mild to harsh")
  func order() {
    #expect(Severity.allCases == Severity.allCases.sorted())
    #expect(Remedy.Risk.allCases == Remedy.Risk.allCases.sorted())
  }

  @Test("the summary counts pods once, and not those that something only informs about")
  func summary() {
    let pods = ["a", "b", "c"].map { ObjectReference(kind: "Pod", namespace: "n", name: $0) }
    let causes = [
      cause(.error, affecting: [pods[0]]), cause(.warning, affecting: [pods[0], pods[1]]),
      cause(.info, affecting: [pods[2]]),
      cause(.error, affecting: [ObjectReference(kind: "Node", name: "x")]),
    ]
    let summary = DiagnosisReport.Summary(
      pods: Set(pods), healthy: [pods[2]], rootCauses: causes, exitCode: 1)
    #expect(summary.pods == 3)
    #expect(summary.affected == 2)
    #expect(summary.healthy == 1)
    #expect(summary.bySeverity == [.error: 2, .warning: 1, .info: 1])
  }

  private func cause(_ severity: Severity, affecting objects: [ObjectReference]) -> RootCause {
    RootCause(
      cause: "c", rank: 1, confidence: 1, severity: severity, playbook: .failed,
      object: ObjectReference(kind: "Pod", namespace: "n", name: "a"),
      affected: objects.map { AffectedObject($0) }, says: "", why: "", evidence: [], explains: [],
      alternatives: [], remedies: [])
  }
}
