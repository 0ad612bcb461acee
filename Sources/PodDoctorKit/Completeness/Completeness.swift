import Findings
import KubernetesModel
import Provenance
import Reporting

/// Says what the dump does not hold and which verdicts about the pods in trouble are weaker for it.
struct Completeness {
  /// The kinds that make pods, or make what makes them.
  private static let controllers: Set<String> = [
    "ReplicaSet", "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob",
    "ReplicationController",
  ]

  let scope: DiagnosisScope

  init(of scope: DiagnosisScope) {
    self.scope = scope
  }

  /// What is missing, the most important first.
  func gaps() -> [DiagnosisReport.Gap] {
    let troubled = scope.troubled
    guard !troubled.isEmpty else { return podGap }
    return statuses + partialPods(among: troubled) + kindGaps(troubled) + owners(of: troubled)
      + runningPods(beside: troubled)
      + namespaces(meantBy: troubled) + events(about: troubled) + logs(of: troubled) + time
  }

  /// Workloads without any pod, whose pods nobody collected.
  private var podGap: [DiagnosisReport.Gap] {
    let snapshot = scope.facts.snapshot
    let isRunByPods =
      !snapshot.deployments.isEmpty || !snapshot.statefulSets.isEmpty
      || !snapshot.daemonSets.isEmpty || !snapshot.replicaSets.isEmpty || !snapshot.jobs.isEmpty
    guard isRunByPods, !scope.facts.holds("Pod") else { return [] }
    return [
      .init(
        missing: "pods", weakens: "how the workloads fare is told by their own statuses alone",
        command: "kubectl get pods -A -o yaml")
    ]
  }

  private func kindGaps(_ troubled: [Pod]) -> [DiagnosisReport.Gap] {
    let needs = Self.needs
    var unmet = needs.indices.filter { !isMet(needs[$0]) }
    var isNeeded = [Bool](repeating: false, count: needs.count)
    // Pod by pod, because each is in memory of its own.
    for index in troubled.indices where !unmet.isEmpty {
      let stage = Stage(of: troubled[index], in: scope.facts)
      unmet.removeAll { need in
        isNeeded[need] = needs[need].isNeeded(troubled[index], stage)
        return isNeeded[need]
      }
    }
    return needs.indices.filter { isNeeded[$0] }.map { needs[$0].gap }
  }

  /// Whether the dump has what is needed; what a description shows of a node and its events is enough of those.
  private func isMet(_ need: KindNeed<Stage>) -> Bool {
    let snapshot = scope.facts.snapshot
    let isShown = need.kind == Node.kind || need.kind == Event.kind
    return isShown ? snapshot.mentions(kind: need.kind) : snapshot.holds(kind: need.kind)
  }

  /// What manifests do not tell that nobody took from a cluster.
  private var statuses: [DiagnosisReport.Gap] {
    let count = scope.namesWithoutStatus.count
    guard count > 0 else { return [] }
    return [
      .init(
        missing: "the status of \(counted(count, "pod"))",
        weakens: "without it nobody knows whether a pod runs; poddoctor review judges manifests",
        command: "kubectl get pods -A -o yaml")
    ]
  }

  /// Pods that are known from texts only.
  private func partialPods(among troubled: [Pod]) -> [DiagnosisReport.Gap] {
    let partial = troubled.map(\.reference).filter(scope.facts.snapshot.isPartial)
    guard let first = partial.first else { return [] }
    let names = partial.prefix(3).map(\.name).joined(separator: ", ")
    let more = partial.count > 3 ? " and \(partial.count - 3) more" : ""
    return [
      .init(
        missing: "the manifest\(partial.count == 1 ? "" : "s") of \(names)\(more)",
        weakens: "what texts do not show is not seen: affinity, finalizers, gates, lifecycle hooks",
        command: "kubectl -n \(first.namespace) get pods -o yaml")
    ]
  }

  /// Controllers that pods name and the dump lacks, so that causes are told pod by pod.
  private func owners(of troubled: [Pod]) -> [DiagnosisReport.Gap] {
    let kinds = Set(troubled.compactMap { missingOwner(of: $0) })
    return kinds.sorted().map { kind in
      KindNeed<Void>(
        kind: kind, weakens: "which workload a pod belongs to, and what it asks for, is unknown",
        resource: "\(kind.lowercased())s -A", isNeeded: { _, _ in true }
      ).gap
    }
  }

  private func missingOwner(of pod: Pod) -> String? {
    guard let controller = pod.metadata.controllerReference,
      Self.controllers.contains(controller.kind)
    else { return nil }
    if !scope.facts.holds(controller.kind) { return controller.kind }
    let owner = scope.facts.snapshot[controller]?.metadata.controllerReference
    return owner.flatMap {
      Self.controllers.contains($0.kind) && !scope.facts.holds($0.kind) ? $0.kind : nil
    }
  }

  private func runningPods(beside troubled: [Pod]) -> [DiagnosisReport.Gap] {
    let waits = troubled.contains { $0.waitsForNode }
    return waits ? RunningPodsGap(in: scope.facts.snapshot).gaps : []
  }

  private var time: [DiagnosisReport.Gap] {
    guard scope.facts.now == nil else { return [] }
    return [
      .init(
        missing: "the time of the dump",
        weakens: "how long anything has lasted is unknown; --now says when the dump was taken")
    ]
  }
}
