import KubernetesModel
import Scheduling
import Testing
import YAML

@Suite("Core plugins")
struct CorePluginTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var cluster: [String]
    var decisions: [String]
  }

  static let cases = [
    Case(
      testDescription: "an older pod goes before a younger one, a more important one before both",
      cluster: [
        Manifest.node("a"),
        pending("young", "", created: "2026-01-02T00:00:00Z"),
        pending("old", "", created: "2026-01-01T00:00:00Z"),
        pending("vip", ", priority: 10", created: "2026-01-03T00:00:00Z"),
      ],
      decisions: ["vip on a", "old on a", "young on a"]),
    Case(
      testDescription: "scheduling gates are listed as they stand",
      cluster: [
        Manifest.node("a"), Manifest.pod("p", ", schedulingGates: [{name: b}, {name: a}]"),
      ],
      decisions: ["p gated: waiting for scheduling gates: [b a]"]),
    Case(
      testDescription: "without nodes there is no histogram",
      cluster: [Manifest.pod("p", "")],
      decisions: ["p unschedulable: no nodes available to schedule pods"]),
    Case(
      testDescription: "another scheduler's pods are left alone",
      cluster: [
        Manifest.node("a"), Manifest.pod("p", "").replacing("default-scheduler", with: "mine"),
      ],
      decisions: ["p skipped: "]),
    Case(
      testDescription: "the first filter that refuses a node is the one that is told",
      cluster: [
        node("a", "{taints: [{key: k, effect: NoSchedule}], unschedulable: true}"),
        node("b", "{taints: [{key: k, effect: NoSchedule}]}"),
        Manifest.pod("p", ", nodeSelector: {x: y}"),
      ],
      decisions: [
        "p unschedulable: 0/2 nodes are available: 1 node(s) had untolerated taint(s), "
          + "1 node(s) were unschedulable. \(unhelpful(2))"
      ]),
    Case(
      testDescription: "names in matchFields that exclude each other end the attempt early",
      cluster: [Manifest.node("a"), Manifest.pod("p", affinity(toNodes: "a", "b"))],
      decisions: [
        "p unschedulable: 0/1 nodes are available: pod affinity terms conflict. not found"
      ]),
    Case(
      testDescription: "port 80 of one address leaves the others free, but not the whole node",
      cluster: [
        Manifest.node("a"),
        pending("p1", ports("{hostIP: 10.0.0.1, hostPort: 80}"), created: "2026-01-01T00:00:00Z"),
        pending("p2", ports("{hostIP: 10.0.0.2, hostPort: 80}"), created: "2026-01-02T00:00:00Z"),
        pending("p3", ports("{hostPort: 80}"), created: "2026-01-03T00:00:00Z"),
      ],
      decisions: [
        "p1 on a", "p2 on a",
        "p3 unschedulable: 0/1 nodes are available: 1 node(s) didn't have free ports for the "
          + "requested pod ports. no new claims to deallocate, preemption: 0/1 nodes are "
          + "available: 1 No preemption victims found for incoming pod.",
      ]),
    Case(
      testDescription: "room that was promised to a more important pod is not given away",
      cluster: [
        Manifest.node("a"),
        Manifest.pod(
          "vip", cpu(7, ", priority: 9, schedulingGates: [{name: g}]"),
          status: ", nominatedNodeName: a"),
        Manifest.pod("late", cpu(4, "")),
      ],
      decisions: [
        "vip gated: waiting for scheduling gates: [g]",
        "late unschedulable: 0/1 nodes are available: 1 Insufficient cpu. no new claims to "
          + "deallocate, preemption: 0/1 nodes are available: 1 No preemption victims found for "
          + "incoming pod.",
      ]),
    Case(
      testDescription: "a pod takes the node that it was promised",
      cluster: [
        Manifest.node("a"), Manifest.node("b"),
        Manifest.pod("p", "", status: ", nominatedNodeName: b"),
      ],
      decisions: ["p on b"]),
    Case(
      testDescription: "the first pod of a group that wants its own company may go anywhere",
      cluster: [
        Manifest.node("a", labels: "zone: z"),
        Manifest.pod("p", company("zone")).replacing(
          "uid: p-uid", with: "uid: p-uid, labels: {app: w}"),
      ],
      decisions: ["p on a"]),
  ]

  @Test("decide as kube-scheduler's do", arguments: cases)
  func decisions(_ example: Case) {
    #expect(SimulatedCluster(example.cluster).decisions == example.decisions)
  }

  private static func unhelpful(_ nodes: Int) -> String {
    "no new claims to deallocate, preemption: 0/\(nodes) nodes are available: "
      + "\(nodes) Preemption is not helpful for scheduling."
  }

  private static func node(_ name: String, _ spec: String) -> String {
    Manifest.node(name).replacing("kind: Node,", with: "kind: Node, spec: \(spec),")
  }

  private static func pending(_ name: String, _ spec: String, created: String) -> String {
    Manifest.pod(name, spec).replacing(
      "namespace: default", with: "namespace: default, creationTimestamp: \"\(created)\"")
  }

  private static func affinity(toNodes names: String...) -> String {
    let fields = names.map { "{key: metadata.name, operator: In, values: [\($0)]}" }
    return ", affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: "
      + "{nodeSelectorTerms: [{matchFields: [\(fields.joined(separator: ", "))]}]}}}"
  }

  private static func company(_ key: String) -> String {
    ", affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: "
      + "[{topologyKey: \(key), labelSelector: {matchLabels: {app: w}}}]}}"
  }

  private static func ports(_ port: String) -> String {
    ", initContainers: [{name: s, image: i, restartPolicy: Always, ports: [\(port)]}]"
  }

  private static func cpu(_ amount: Int, _ spec: String) -> String {
    ", initContainers: [{name: s, image: i, resources: {requests: {cpu: \(amount)}}}]\(spec)"
  }
}
