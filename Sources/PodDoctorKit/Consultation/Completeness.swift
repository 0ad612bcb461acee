import Findings
import KubernetesModel
import Provenance

/// Says what the dump does not hold and which verdicts are weaker for it.
struct Completeness {
  /// A kind that a diagnosis can need, and when it does.
  private struct Need {
    var kind: String
    var weakens: String
    var resource: String
    var isNeeded: @Sendable (Pod) -> Bool
  }

  private let scope: DiagnosisScope

  init(of scope: DiagnosisScope) {
    self.scope = scope
  }

  func gaps() -> [DiagnosisReport.Gap] {
    let troubled = scope.troubled
    let kinds = Self.needs.filter { need in
      // By index, because a pod that is handed out by an iterator is a copy of it.
      !isMet(need) && troubled.indices.contains { need.isNeeded(troubled[$0]) }
    }.map { need in
      DiagnosisReport.Gap(
        missing: need.kind, weakens: need.weakens,
        command: "kubectl get \(need.resource) -o yaml")
    }
    return partialGap(troubled) + kinds + logGap(troubled)
  }

  /// Whether the dump has what is needed; what a description shows of a node and its events is enough of those.
  private func isMet(_ need: Need) -> Bool {
    let snapshot = scope.facts.snapshot
    let isShown = need.kind == Node.kind || need.kind == Event.kind
    return isShown ? snapshot.mentions(kind: need.kind) : snapshot.holds(kind: need.kind)
  }

  /// Pods that are known from texts only.
  private func partialGap(_ troubled: [Pod]) -> [DiagnosisReport.Gap] {
    let partial = troubled.map {
      ObjectReference(kind: Pod.kind, namespace: $0.metadata.namespace, name: $0.metadata.name)
    }.filter(scope.facts.snapshot.isPartial)
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

  /// Crashed containers without any log.
  private func logGap(_ troubled: [Pod]) -> [DiagnosisReport.Gap] {
    let silent = troubled.flatMap { pod in
      pod.containerLives.filter { hasCrashed($0) && !hasLog($0, of: pod) }.map { (pod, $0) }
    }
    guard let (pod, life) = silent.first else { return [] }
    let number = silent.count == 1 ? "the log" : "the logs"
    let names = silent.prefix(3).map { "\($0.metadata.name)/\($1.spec.name)" }
    let more = silent.count > 3 ? " and \(silent.count - 3) more" : ""
    return [
      .init(
        missing: scope.facts.logs.isEmpty
          ? "container logs" : "\(number) of \(names.joined(separator: ", "))\(more)",
        weakens: "why a program ended is judged by its exit code alone",
        command: "kubectl -n \(pod.metadata.namespace) logs \(pod.metadata.name) "
          + "-c \(life.spec.name) --previous")
    ]
  }

  /// Whether the program ended in a way that its log could explain.
  private func hasCrashed(_ life: ContainerLife) -> Bool {
    guard let exit = life.exit?.state else { return false }
    let isUntold = exit.reason == "Error" || exit.reason.isEmpty
    return exit.exitCode != 0 && isUntold
  }

  private func hasLog(_ life: ContainerLife, of pod: Pod) -> Bool {
    guard !scope.facts.logs.isEmpty else { return false }
    let logs = scope.facts.logs.logs(
      namespace: pod.metadata.namespace, pod: pod.metadata.name, container: life.spec.name,
      isOnly: pod.spec.containers.count == 1)
    return logs.current != nil || logs.previous != nil
  }

  private static let needs = [
    Need(
      kind: "Node", weakens: "whether a node is lost, full or unfit cannot be seen",
      resource: "nodes", isNeeded: { _ in true }),
    Need(
      kind: "Event", weakens: "causes are read from statuses alone", resource: "events -A",
      isNeeded: { _ in true }),
    Need(
      kind: "ConfigMap", weakens: "whether a ConfigMap or its key exists is taken from messages",
      resource: "configmaps -A", isNeeded: { names("ConfigMap", $0) }),
    Need(
      kind: "Secret", weakens: "whether a Secret or its key exists is taken from messages",
      resource: "secrets -A", isNeeded: { names("Secret", $0) }),
    Need(
      kind: "PersistentVolumeClaim", weakens: "why a claim is not bound cannot be seen",
      resource: "pvc -A", isNeeded: mountsClaim),
    Need(
      kind: "PersistentVolume", weakens: "which volumes could serve a claim cannot be seen",
      resource: "pv", isNeeded: mountsClaim),
    Need(
      kind: "StorageClass", weakens: "whether a claim's class exists cannot be seen",
      resource: "storageclasses", isNeeded: mountsClaim),
    Need(
      kind: "VolumeAttachment", weakens: "where a volume is attached cannot be seen",
      resource: "volumeattachments", isNeeded: mountsClaim),
    Need(
      kind: "CSINode", weakens: "which storage drivers run on a node cannot be seen",
      resource: "csinodes", isNeeded: mountsClaim),
  ]

  private static func names(_ kind: String, _ pod: Pod) -> Bool {
    pod.objectReferences.contains { $0.kind == kind }
  }

  private static func mountsClaim(_ pod: Pod) -> Bool {
    pod.spec.volumes.contains { $0.persistentVolumeClaim != nil || $0.ephemeral != nil }
  }
}
