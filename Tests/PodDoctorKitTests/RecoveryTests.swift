import DumpLoading
import Findings
import KubernetesModel
import Provenance
import Testing

@testable import PodDoctorKit

@Suite("Containers that ended and run again")
struct RecoveryTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var restarts: Int
    /// Seconds before the present.
    var ended: Int64
    var started: Int64
    var ending: ContainerEnding
    var isRecovering = false
  }

  static let cases = [
    Case(
      testDescription:
        "one that kept ending runs longer than before, and the back-off still counts",
      restarts: 3, ended: 70, started: 45, ending: .failed, isRecovering: true),
    Case(
      testDescription: "one that kept ending has just been started",
      restarts: 3, ended: 70, started: 5, ending: .failed),
    Case(
      testDescription: "a single mishap is over", restarts: 1, ended: 70, started: 45, ending: .none
    ),
    Case(
      testDescription: "after ten minutes all is forgotten", restarts: 9, ended: 640, started: 601,
      ending: .none),
  ]

  @Test("are judged as the kubelet judges them", arguments: cases)
  func ending(_ example: Case) throws {
    let now = try #require(Timestamp("2026-11-22T12:00:00Z"))
    func before(_ seconds: Int64) -> String {
      Timestamp(seconds: now.seconds - seconds).description
    }
    let dump = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec: {containers: [{name: app}]}
      status:
        phase: Running
        conditions: [{type: Ready, status: "True"}]
        containerStatuses:
          - name: app
            ready: true
            restartCount: \(example.restarts)
            state: {running: {startedAt: "\(before(example.started))"}}
            lastState:
              terminated:
                exitCode: 1
                startedAt: "\(before(example.ended + 2))"
                finishedAt: "\(before(example.ended))"
      """
    let loaded = DumpLoader().load(
      objects: [MemoryFile(path: "dump.yaml", bytes: Array(dump.utf8))], logs: [])
    let facts = ClusterFacts(
      loaded.snapshot, now: now, logs: loaded.logs, knowledge: .bundled)
    let pod = PodCase(try #require(loaded.snapshot.pods.first), in: facts)
    let container = try #require(pod.containers.first)
    #expect(container.ending(in: pod) == example.ending)
    #expect(container.isRecovering(in: pod) == example.isRecovering)
    let finding = finding(about: pod).tempered(byRecoveryIn: pod)
    #expect(finding.severity == (example.isRecovering ? .warning : .error))
    #expect(finding.confidence == (example.isRecovering ? 0.7 : 1))
  }

  private func finding(about pod: PodCase) -> Finding {
    Finding(
      cause: "app-exit-nonzero", severity: .error, confidence: 1, playbook: .crashLoopBackOff,
      object: pod.reference, affected: AffectedObject(pod.reference, container: "app"), says: "")
  }
}
