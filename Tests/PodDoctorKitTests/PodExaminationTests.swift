import DumpLoading
import Findings
import KubernetesModel
import Provenance
import RuleEngine
import Testing

@testable import PodDoctorKit

@Suite("Rules asked about a pod")
struct PodExaminationTests {
  /// A pod with a cause that is sure when its image does not exist, and an event that nothing explains.
  private static func dump(_ message: String) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop, creationTimestamp: "2026-11-22T11:00:00Z"}
    spec: {nodeName: n1, containers: [{name: app, image: "nginx:nosuch"}]}
    status:
      phase: Pending
      containerStatuses:
        - name: app
          image: "nginx:nosuch"
          state: {waiting: {reason: \(message.isEmpty ? "ContainerCreating" : "ErrImagePull"), message: '\(message)'}}
    ---
    apiVersion: v1
    kind: Event
    metadata: {name: web.1, namespace: shop}
    involvedObject: {kind: Pod, namespace: shop, name: web}
    type: Warning
    reason: GPUFell
    message: GPU 3 has fallen off the bus
    lastTimestamp: "2026-11-22T11:30:00Z"
    """
  }

  private static let gone =
    "failed to pull and unpack image \"docker.io/library/nginx:nosuch\": failed to resolve reference"
    + " \"docker.io/library/nginx:nosuch\": docker.io/library/nginx:nosuch: not found"

  private func examine(
    _ dump: String, without suspended: Set<String>? = nil
  ) throws -> PodExamination.Verdicts {
    let loaded = DumpLoader().load(
      objects: [MemoryFile(path: "dump.yaml", bytes: Array(dump.utf8))], logs: [])
    let facts = ClusterFacts(
      loaded.snapshot, now: Timestamp("2026-11-22T12:00:00Z"), logs: [], knowledge: .bundled)
    let examination = PodExamination(in: facts, by: Knowledge.bundled.book)
    let pod = try #require(loaded.snapshot.pods.first)
    var verdicts = try #require(examination.verdicts(about: [pod]).first)
    if let suspended { examination.reconsider(&verdicts, about: pod, without: suspended) }
    return verdicts
  }

  @Test("are no fallbacks where another says what is wrong")
  func silenced() throws {
    let verdicts = try examine(Self.dump(Self.gone))
    #expect(verdicts.verdicts.findings.map(\.cause) == ["image-tag-not-found"])
    #expect(!verdicts.holdsFallbacks)
  }

  @Test("are fallbacks too where nothing is sure")
  func alone() throws {
    let verdicts = try examine(Self.dump(""))
    #expect(verdicts.verdicts.findings.contains { $0.cause == "unexplained-event" })
    #expect(verdicts.holdsFallbacks)
  }

  @Test("are fallbacks too where what silenced them was given up on, and no rule twice")
  func reconsidered() throws {
    let dump = Self.dump(Self.gone)
    let all = try examine(dump, without: ["image-tag-not-found"])
    #expect(all.verdicts.findings.contains { $0.cause == "unexplained-event" })
    #expect(all.verdicts.findings.count { $0.cause == "image-tag-not-found" } == 1)
    #expect(try !examine(dump, without: ["another"]).holdsFallbacks)
  }
}
