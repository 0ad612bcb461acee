import DumpLoading
import KubernetesModel
import Provenance
import Testing

@testable import PodDoctorKit

@Suite("What a quota lacks")
struct QuotaShortageTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var replicas: Int
    /// Whether one pod of the controller is there.
    var hasPod: Bool
    var hard: String
    var used: String
    var refusal: String
    /// `NAME=AMOUNT` of each limit to raise.
    var needed: [String]
  }

  static let cases = [
    Case(
      testDescription: "one pod more", replicas: 1, hasPod: false, hard: "pods: 3",
      used: "pods: 3", refusal: "requested: pods=1, used: pods=3, limited: pods=3",
      needed: ["pods=4"]),
    Case(
      testDescription: "all that are missing together, and what the message does not name",
      replicas: 6, hasPod: true, hard: "requests.cpu: 700m, requests.memory: 5Gi, pods: 30",
      used: "requests.cpu: 500m, requests.memory: 1Gi, pods: 1",
      refusal: "requested: requests.cpu=500m, used: requests.cpu=500m, limited: requests.cpu=700m",
      needed: ["requests.cpu=3", "requests.memory=6Gi"]),
    Case(
      testDescription: "several at once", replicas: 2, hasPod: false,
      hard: "limits.cpu: 1, limits.memory: 1Gi", used: "limits.cpu: 1, limits.memory: 512Mi",
      refusal:
        "requested: limits.cpu=500m,limits.memory=600Mi, used: limits.cpu=1,limits.memory=512Mi, limited: limits.cpu=1,limits.memory=1Gi",
      needed: ["limits.cpu=2", "limits.memory=1712Mi"]),
    Case(
      testDescription: "somebody has raised it since", replicas: 2, hasPod: false, hard: "pods: 9",
      used: "pods: 3", refusal: "requested: pods=1, used: pods=3, limited: pods=3", needed: []),
  ]

  @Test("is what all missing pods need", arguments: cases)
  func shortage(_ example: Case) throws {
    let loaded = DumpLoader().load(
      objects: [MemoryFile(path: "dump.yaml", bytes: Array(Self.dump(example).utf8))], logs: [])
    let facts = ClusterFacts(
      loaded.snapshot, now: nil, logs: loaded.logs, knowledge: .bundled)
    let workload = try #require(WorkloadCase.all(in: facts).first)
    let needed = QuotaShortage(of: workload)?.needed ?? []
    #expect(needed.map { "\($0.name)=\($0.amount)" } == example.needed)
  }

  private static func dump(_ example: Case) -> String {
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web-a
        namespace: shop
        ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: u1, controller: true}]
      spec: {nodeName: n, containers: [{name: app, resources: {requests: {cpu: 500m, memory: 1Gi}}}]}
      status: {phase: Running}
      ---

      """
    return (example.hasPod ? pod : "") + """
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata: {name: web, namespace: shop, uid: u1}
      spec: {replicas: \(example.replicas)}
      ---
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: q, namespace: shop}
      spec: {hard: {\(example.hard)}}
      status: {used: {\(example.used)}}
      ---
      apiVersion: v1
      kind: Event
      metadata: {name: web.1, namespace: shop}
      involvedObject: {kind: ReplicaSet, namespace: shop, name: web, uid: u1}
      type: Warning
      reason: FailedCreate
      message: 'Error creating: pods "x" is forbidden: exceeded quota: q, \(example.refusal)'
      """
  }
}
