import Findings
import Foundation
import PodDoctorKit
import Testing

@Suite("Completeness")
struct CompletenessTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var manifests: String
    var missing: [String]
  }

  private static let node = """
    apiVersion: v1
    kind: Node
    metadata: {name: a, creationTimestamp: 2026-08-12T06:00:00Z}
    status: {conditions: [{type: Ready, status: "True"}]}
    ---

    """
  private static let event = """
    apiVersion: v1
    kind: Event
    metadata: {name: web.1, namespace: shop}
    involvedObject: {kind: Pod, name: web, namespace: shop}
    reason: Scheduled
    lastTimestamp: 2026-08-12T06:00:00Z
    ---

    """

  private static func pod(
    _ name: String = "web", spec: String = "", status: String, metadata: String = ""
  ) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: \(name), namespace: shop, creationTimestamp: 2026-08-12T05:50:00Z\(metadata)}
    spec: {nodeName: a, containers: [{name: app, image: i}]\(spec)}
    status: \(status)
    ---

    """
  }

  private static let waiting =
    "{phase: Pending, containerStatuses: [{name: app, state: {waiting: {reason: ContainerCreating}}}]}"
  private static let crashed =
    "{phase: Running, containerStatuses: [{name: app, restartCount: 3, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode: 1, reason: Error}}}]}"
  private static let risen =
    "{phase: Running, containerStatuses: [{name: app, restartCount: 3, state: {running: {}}, lastState: {terminated: {exitCode: 1, reason: Error}}}]}"
  private static let healthy =
    #"{phase: Running, conditions: [{type: Ready, status: "True"}], containerStatuses: [{name: app, ready: true, state: {running: {}}}]}"#

  static let cases = [
    Case(
      testDescription: "nothing is missing where nothing is wrong",
      manifests: pod(status: healthy), missing: []),
    Case(
      testDescription: "nodes and events always weigh", manifests: pod(status: waiting),
      missing: ["nodes", "events"]),
    Case(
      testDescription: "ConfigMaps and claims weigh for a pod that has not started",
      manifests: node + event
        + pod(
          spec:
            ", volumes: [{name: a, configMap: {name: x}}, {name: b, persistentVolumeClaim: {claimName: y}}]",
          status: waiting),
      missing: [
        "ConfigMaps", "PersistentVolumeClaims", "PersistentVolumes", "StorageClasses",
        "VolumeAttachments", "CSINodes",
      ]),
    Case(
      testDescription: "and no more for one that has",
      manifests: node + event
        + pod(spec: ", volumes: [{name: a, configMap: {name: x}}]", status: crashed),
      missing: ["container logs"]),
    Case(
      testDescription: "a controller that is not there hides the workload",
      manifests: node + event
        + pod(
          status: waiting,
          metadata:
            ", ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: r, controller: true}]"
        ),
      missing: ["ReplicaSets"]),
    Case(
      testDescription: "pods of other namespaces weigh for a pod without a node",
      manifests: node + event + pod(status: waiting).replacing("nodeName: a, ", with: ""),
      missing: ["pods of all namespaces"]),
    Case(
      testDescription: "events of another namespace say nothing",
      manifests: node + event.replacing("shop", with: "prod") + pod(status: waiting),
      missing: ["events of namespace shop"]),
    Case(
      testDescription: "events older than an hour are forgotten",
      manifests: node + event
        + pod("old", status: waiting).replacing("05:50:00", with: "03:50:00"),
      missing: ["events about old"]),
    Case(
      testDescription: "a Service of a namespace that is not there cannot be judged",
      manifests: node + event
        + pod(status: crashed).replacing(
          "image: i", with: "image: i, args: [\"--db=db.data.svc:5432\"]"),
      missing: ["namespace data", "container logs"]),
    Case(
      testDescription: "without any time nothing has an age",
      manifests: "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nstatus: {phase: Pending}\n",
      missing: ["nodes", "events", "the time of the dump"]),
    Case(
      testDescription: "workloads without pods are half the story",
      manifests:
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 1}\n",
      missing: ["pods"]),
  ]

  @Test("names what is missing where a verdict is weaker for it", arguments: cases)
  func gaps(_ example: Case) throws {
    let gaps = try report(on: example.manifests).completeness
    #expect(gaps.map(\.missing) == example.missing)
    #expect(gaps.allSatisfy { !$0.weakens.isEmpty })
  }

  static let logs: [(String, String, [String])] = [
    (crashed, "web__app.log", []), (crashed, "web__app.previous.log", []),
    (risen, "web__app.previous.log", []),
    (risen, "web__app.log", ["the previous log of web/app"]),
    (crashed, "other__app.log", ["container logs"]),
  ]

  @Test("asks for the log of the run that ended", arguments: logs)
  func previousLogs(_ status: String, _ log: String, _ missing: [String]) throws {
    let manifests = Self.node + Self.event + Self.pod(status: status)
    #expect(try report(on: manifests, logs: [log]).completeness.map(\.missing) == missing)
  }

  private func report(on manifests: String, logs: [String] = []) throws -> DiagnosisReport {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(manifests.utf8).write(to: folder.appending(path: "all.yaml"))
    for log in logs { try Data("hello\n".utf8).write(to: folder.appending(path: log)) }
    var options = ConsultationOptions()
    options.sources = [folder.path(percentEncoded: false)]
    return try Consultation(options).report()
  }
}
