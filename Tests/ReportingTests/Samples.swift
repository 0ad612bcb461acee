import Findings
import Provenance

/// Reports that the tests of all reporters share.
enum Samples {
  static let pod = ObjectReference(kind: "Pod", namespace: "shop", name: "web-7d9c-abcde")
  static let deployment = ObjectReference(kind: "Deployment", namespace: "shop", name: "web")
  static let node = ObjectReference(kind: "Node", name: "lost-1")

  static func report(_ causes: [RootCause], gaps: [DiagnosisReport.Gap] = gaps) -> DiagnosisReport {
    var causes = causes
    for index in causes.indices { causes[index].rank = index + 1 }
    let pods = Set(causes.flatMap(\.affected).map(\.object).filter { $0.kind == "Pod" })
    let others = (0..<(41 - pods.count)).map {
      ObjectReference(kind: "Pod", namespace: "shop", name: "fine-\($0)")
    }
    return DiagnosisReport(
      tool: .init(name: "poddoctor", version: "0.1.0"),
      input: .init(
        sources: ["dump/"], objects: 812, digest: "mix64:00c0ffee00c0ffee",
        capturedAt: "2026-11-22T10:32:56Z"),
      completeness: gaps,
      summary: .init(
        pods: pods.union(others), healthy: pods.union(others), rootCauses: causes, exitCode: 0),
      rootCauses: causes)
  }

  static let gaps = [
    DiagnosisReport.Gap(
      missing: "VolumeAttachments", weakens: "which node still holds a volume cannot be told",
      command: "kubectl get volumeattachments -o yaml")
  ]

  static let registry = RootCause(
    cause: "image-registry-unreachable", rank: 1, confidence: 0.97, severity: .error,
    playbook: .containerCreating, object: deployment,
    affected: (1...5).map {
      AffectedObject(
        ObjectReference(kind: "Pod", namespace: "shop", name: "web-7d9c-\($0)"), container: "app",
        owner: deployment)
    } + [
      AffectedObject(
        ObjectReference(kind: "Pod", namespace: "shop", name: "migrate-x"),
        owner: ObjectReference(kind: "Job", namespace: "shop", name: "migrate"))
    ],
    says: "the name registry.nosuch.invalid does not resolve on node-real",
    why:
      "The node's DNS answers NXDOMAIN for the registry, so none of its images can be pulled there. "
      + "Pods that are already running keep running until they are moved.",
    evidence: [
      Evidence(
        pod, "status.containerStatuses[0].state.waiting.message",
        says: "the pull fails on the name",
        place: Place(file: "pods.yaml", mark: Mark(line: 812, column: 19)),
        quote:
          "failed to pull and unpack image \"registry.nosuch.invalid/shop/web:1.4\": failed to resolve"
          + " reference: dial tcp: lookup registry.nosuch.invalid: no such host"),
      Evidence(
        pod, "", says: "event Failed, 14 times, last 31 s before the dump",
        place: Place(file: "events.yaml", mark: Mark(line: 2044, column: 3))),
    ],
    explains: ["image-pull-back-off", "not-ready"],
    alternatives: [
      Alternative(cause: "dns-failing", confidence: 0.2, unless: "the node resolves other names")
    ],
    remedies: [
      Remedy(
        says: "look the name up from the node",
        command:
          "kubectl debug node/node-real -it --image=busybox -- nslookup registry.nosuch.invalid",
        risk: .inspect),
      Remedy(
        says: "correct the registry in deployment/web",
        patch:
          "spec:\n  template:\n    spec:\n      containers:\n      - name: app\n        image: REGISTRY/shop/web:1.4\n",
        risk: .safe),
    ])

  static let lostNode = RootCause(
    cause: "node-lost", rank: 2, confidence: 0.9, severity: .error, playbook: .terminating,
    object: node,
    affected: (1...3).map {
      AffectedObject(ObjectReference(kind: "Pod", namespace: "pay", name: "ledger-\($0)"))
    },
    says: "lost-1 has not answered for 42m, so nobody confirms that its pods have ended",
    why: "The kubelet's lease is old. Pods stay Terminating until the node returns or is removed.",
    evidence: [
      Evidence(
        node, "status.conditions[3]", says: "Ready is Unknown",
        place: Place(file: "nodes.yaml", mark: Mark(line: 91, column: 5)))
    ],
    explains: ["terminating-too-long"], alternatives: [],
    remedies: [
      Remedy(
        says: "see whether the machine runs", command: "kubectl describe node lost-1",
        risk: .inspect),
      Remedy(
        says: "when it is gone for good, tell the cluster so",
        command:
          "kubectl taint node lost-1 node.kubernetes.io/out-of-service=nodeshutdown:NoExecute",
        risk: .destructive),
    ])

  static let hostile = RootCause(
    cause: "app-exit-nonzero", rank: 1, confidence: 0.5, severity: .warning,
    playbook: .crashLoopBackOff,
    object: ObjectReference(kind: "Pod", namespace: "shop", name: "\u{1B}]0;owned\u{07}"),
    affected: [
      AffectedObject(ObjectReference(kind: "Pod", namespace: "shop", name: "\u{1B}]0;owned\u{07}"))
    ],
    says: "the program says \u{1B}[2J and \u{202E}txt.exe\nand more", why: "",
    evidence: [
      Evidence(
        pod, "metadata.name\u{9B}31m", says: "a \u{7F} name",
        place: Place(file: "\u{1B}c.yaml", mark: Mark(line: 1, column: 1)), quote: "\u{0}\u{85}")
    ],
    explains: [], alternatives: [],
    remedies: [Remedy(says: "look", command: "kubectl logs \u{1B}[8m", risk: .inspect)])

  static let note = RootCause(
    cause: "duplicate-object", rank: 3, confidence: 1, severity: .info, playbook: .dump,
    object: pod, affected: [AffectedObject(pod)], says: "the dump holds pod/web-7d9c-abcde twice",
    why: "The newest counts.", evidence: [], explains: [], alternatives: [], remedies: [])

  /// Fourteen pods, each ill in its own way, of which `--top` left some out.
  static let crowd: DiagnosisReport = {
    var report = Self.report(
      (1...14).map { number in
        let pod = ObjectReference(kind: "Pod", namespace: "proof", name: "pod-\(number)")
        return RootCause(
          cause: "oomkilled-limit-too-low", rank: 0, confidence: 0.9, severity: .error,
          playbook: .crashLoopBackOff, object: pod,
          affected: [AffectedObject(pod, container: "main")],
          says: "main needs more than its limit of 64Mi and was killed \(number) times",
          why: "The kernel ends a container that exceeds its memory limit, with exit code 137.",
          evidence: [
            Evidence(
              pod, "status.containerStatuses[0].lastState.terminated.reason",
              says: "it is OOMKilled",
              place: Place(file: "dump/all.yaml", mark: Mark(line: 100 * number, column: 9)),
              quote: "OOMKilled")
          ], explains: ["app-exit-nonzero"], alternatives: [],
          remedies: [
            Remedy(
              says: "see how much it uses", command: "kubectl top pod -n proof pod-\(number)",
              risk: .inspect),
            Remedy(says: "raise resources.limits.memory of main", risk: .disruptive),
          ])
      }, gaps: [])
    report.summary.bySeverity[.error] = 17
    return report
  }()

  static let timeline = Timeline(
    of: registry.affected[0].object,
    entries: [
      .init(
        time: "2026-11-22T09:12:01Z", says: "created by ReplicaSet web-7d9c",
        place: Place(file: "pods.yaml", mark: Mark(line: 700, column: 3))),
      .init(time: "2026-11-22T09:12:02Z", says: "scheduled to node node-real"),
      .init(
        time: "2026-11-22T10:20:00Z", until: "2026-11-22T10:32:25Z", count: 14,
        says: "Failed: Failed to pull image", container: "app", gap: 4078, skipped: 3,
        place: Place(file: "events.yaml", mark: Mark(line: 2044, column: 3))),
    ])

  static let all: DiagnosisReport = {
    var report = Self.report([registry, lostNode, note])
    report.timelines = [timeline]
    return report
  }()
}
