import Scheduling
import Testing

@Suite("Explanations")
struct ExplanationTests {
  /// A cluster with one pending pod `p`, what is said of its nodes and what would help.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var manifests: [String]
    var verdicts: [String]
    var remedies: [String]
  }

  static let gpu = node("gpu", "taints: [{key: dedicated, value: gpu, effect: NoSchedule}]")

  static let cases: [Case] = [
    Case(
      testDescription: "every refusing plugin speaks, with numbers",
      manifests: [
        gpu, Manifest.node("a"), Manifest.running("r", on: "a", requests("6500m", "1Gi")),
        Manifest.pod("p", requests("2", "9Gi")),
      ],
      verdicts: [
        "a: cpu: 2 requested, 8 allocatable, 6.5 in use; memory: 9Gi requested, 8Gi allocatable, 1Gi in use",
        "gpu: untolerated taint (dedicated=gpu); memory: 9Gi requested, 8Gi allocatable",
      ],
      remedies: [
        "cpu request 1500m or less and memory request 7168Mi or less -> a",
        "memory request 8192Mi or less and toleration of dedicated=gpu:NoSchedule -> gpu",
      ]),
    Case(
      testDescription: "the largest request that fits somewhere, on all nodes where it does",
      manifests: [
        Manifest.node("a"), Manifest.node("b"),
        Manifest.running("r", on: "a", requests("1", "1Gi")),
        Manifest.pod("p", requests("20", "1Gi")),
      ],
      verdicts: ["a, b: cpu: 20 requested, at most 8 free (b)"],
      remedies: ["cpu request 8 or less -> b"]),
    Case(
      testDescription: "a cordon and its taint are one thing",
      manifests: [
        node(
          "a",
          "unschedulable: true, taints: [{key: node.kubernetes.io/unschedulable, effect: NoSchedule}]"
        ),
        Manifest.pod("p", ""),
      ],
      verdicts: ["a: cordoned"],
      remedies: ["node/a uncordoned -> a", "one more node like a -> a-more-1"]),
    Case(
      testDescription: "a node selector that no node meets",
      manifests: [
        Manifest.node("a", labels: "disk: hdd"), Manifest.node("b"),
        Manifest.pod("p", ", nodeSelector: {disk: ssd}"),
      ],
      verdicts: ["a, b: node selector disk=ssd (there: hdd, none)"],
      remedies: ["node selector disk=hdd -> a", "no node selector disk=ssd -> a, b"]),
    Case(
      testDescription: "the requirement of the affinity term that fails",
      manifests: [
        Manifest.node("a", labels: "zone: x, disk: hdd"),
        Manifest.pod(
          "p", affinity("zone, operator: In, values: [x]", "disk, operator: In, values: [ssd]")),
      ],
      verdicts: ["a: node affinity disk=ssd (there: hdd)"],
      remedies: ["node affinity disk=hdd -> a", "no node affinity disk=ssd -> a"]),
    Case(
      testDescription: "the pod that has the host port",
      manifests: [
        Manifest.node("a"), Manifest.running("r", on: "a", port), Manifest.pod("p", port),
      ],
      verdicts: ["a: host port 80/TCP is taken by pod/r"],
      remedies: ["pod/r gone -> a", "one more node like a -> a-more-1"]),
    Case(
      testDescription: "the pod to keep away from, by name",
      manifests: [
        Manifest.node("a", labels: "kubernetes.io/hostname: a"),
        labelled(Manifest.running("r", on: "a")), Manifest.pod("p", antiAffinity),
      ],
      verdicts: ["a: anti-affinity to pod/r in kubernetes.io/hostname=a"],
      remedies: [
        "no required pod anti-affinity (term 1) -> a", "pod/r gone -> a",
        "one more node like a -> a-more-1",
      ]),
    Case(
      testDescription: "the counts of a spread constraint",
      manifests: [
        Manifest.node("a", labels: "zone: x"), cordoned(Manifest.node("b", labels: "zone: y")),
        labelled(Manifest.running("r", on: "a")), labelled(Manifest.pod("p", spread)),
      ],
      verdicts: [
        "a: 1 of the pods to spread are in zone=x, the fewest elsewhere 0, maxSkew 1",
        "b: cordoned",
      ],
      remedies: [
        "spread constraint 1 as a wish (whenUnsatisfiable: ScheduleAnyway) -> a",
        "node/b uncordoned -> b", "one more node like b -> b-more-1",
      ]),
    Case(
      testDescription: "a claim that is missing",
      manifests: [
        Manifest.node("a"),
        Manifest.pod("p", ", volumes: [{name: d, persistentVolumeClaim: {claimName: data}}]"),
      ],
      verdicts: [#"persistentvolumeclaim "data" not found"#],
      remedies: ["claim data bound -> a"]),
    Case(
      testDescription: "scheduling gates",
      manifests: [
        Manifest.node("a"), Manifest.pod("p", ", schedulingGates: [{name: example.com/wait}]"),
      ],
      verdicts: [], remedies: ["its scheduling gates removed -> a"]),
    Case(
      testDescription: "too many pods cannot be asked away",
      manifests: [
        Manifest.node("a").replacing("pods: \"50\"", with: "pods: \"1\""),
        Manifest.running("r", on: "a"), Manifest.pod("p", ""),
      ],
      verdicts: ["a: pods: 1 requested, 1 allocatable, 1 in use"],
      remedies: ["one more node like a -> a-more-1"]),
  ]

  @Test("name every obstacle and the smallest changes that were seen to help", arguments: cases)
  func explanation(_ example: Case) {
    let cluster = ExplainedCluster(example.manifests)
    #expect(cluster.verdicts(on: "p") == example.verdicts)
    #expect(cluster.remedies(for: "p") == example.remedies)
  }

  static let records: [(String, RecordedVerdict.Agreement)] = [
    (
      "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint(s). no new claims "
        + "to deallocate, preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.",
      .same
    ),
    (
      "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint {dedicated: gpu}. "
        + "preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling..",
      .sameInOtherWords
    ),
    (
      "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had taint {dedicated: gpu}, that the pod "
        + "didn't tolerate.", .sameInOtherWords
    ),
    ("0/2 nodes are available: 2 Insufficient cpu.", .different),
    (
      "0/3 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint(s).", .different
    ),
    ("running PreBind plugin \\\"VolumeBinding\\\": binding volumes: timed out", .different),
  ]

  @Test("the scheduler's own record is held against the simulation", arguments: records)
  func record(_ message: String, _ agreement: RecordedVerdict.Agreement) {
    let status =
      ", conditions: [{type: PodScheduled, status: \"False\", reason: Unschedulable, message: \"\(message)\"}]"
    let cluster = ExplainedCluster([
      Self.gpu, Manifest.node("a"), Manifest.pod("p", Self.requests("20", "1Gi"), status: status),
    ])
    let recorded = cluster.explanation(of: "p")?.recorded
    #expect(recorded?.agreement == agreement)
    #expect(recorded?.explanations.isEmpty == (agreement != .different))
  }
}

extension ExplanationTests {
  /// Replaces the pod's containers by one that requests so much.
  static func requests(_ cpu: String, _ memory: String) -> String {
    ", containers: [{name: c, image: i, resources: {requests: {cpu: \(cpu), memory: \(memory)}}}]"
  }

  static let port =
    ", containers: [{name: c, image: i, ports: [{containerPort: 80, hostPort: 80, protocol: TCP}]}]"
  static let antiAffinity = """
    , affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [
      {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: x}}}]}}
    """
  static let spread = """
    , topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule,
      labelSelector: {matchLabels: {app: x}}}]
    """

  static func affinity(_ requirements: String...) -> String {
    let list = requirements.map { "{key: \($0)}" }.joined(separator: ", ")
    return """
      , affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:
        {nodeSelectorTerms: [{matchExpressions: [\(list)]}]}}}
      """
  }

  static func node(_ name: String, _ spec: String) -> String {
    Manifest.node(name).replacing(", status:", with: ", spec: {\(spec)}, status:")
  }

  static func cordoned(_ node: String) -> String {
    node.replacing(", status:", with: ", spec: {unschedulable: true}, status:")
  }

  static func labelled(_ pod: String) -> String {
    pod.replacing("namespace: default", with: "namespace: default, labels: {app: x}")
  }
}
