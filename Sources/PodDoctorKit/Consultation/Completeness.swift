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
    var use: Use
  }

  /// What of a pod makes a diagnosis need a kind.
  private enum Use: CaseIterable {
    case always, configMap, secret, claim

    func isMade(by pod: Pod) -> Bool {
      switch self {
      case .always: true
      case .configMap: pod.objectReferences.contains { $0.kind == "ConfigMap" }
      case .secret: pod.objectReferences.contains { $0.kind == "Secret" }
      case .claim:
        pod.spec.volumes.contains { $0.persistentVolumeClaim != nil || $0.ephemeral != nil }
      }
    }
  }

  private let scope: DiagnosisScope

  init(of scope: DiagnosisScope) {
    self.scope = scope
  }

  func gaps() -> [DiagnosisReport.Gap] {
    let troubled = scope.troubled
    let missing = Self.needs.filter { !isMet($0) }
    let uses = Use.allCases.filter { use in
      missing.contains { $0.use == use } && troubled.contains { use.isMade(by: $0) }
    }
    let kinds = missing.filter { uses.contains($0.use) }.map { need in
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
    let all = troubled.lazy.flatMap { pod in
      pod.containerLives.filter { hasCrashed($0) && !hasLog($0, of: pod) }.map { (pod, $0) }
    }
    // Where there are no logs at all, one container tells as much as all of them.
    let silent = Array(all.prefix(scope.facts.logs.isEmpty ? 1 : .max))
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
      resource: "nodes", use: .always),
    Need(
      kind: "Event", weakens: "causes are read from statuses alone", resource: "events -A",
      use: .always),
    Need(
      kind: "ConfigMap", weakens: "whether a ConfigMap or its key exists is taken from messages",
      resource: "configmaps -A", use: .configMap),
    Need(
      kind: "Secret", weakens: "whether a Secret or its key exists is taken from messages",
      resource: "secrets -A", use: .secret),
    Need(
      kind: "PersistentVolumeClaim", weakens: "why a claim is not bound cannot be seen",
      resource: "pvc -A", use: .claim),
    Need(
      kind: "PersistentVolume", weakens: "which volumes could serve a claim cannot be seen",
      resource: "pv", use: .claim),
    Need(
      kind: "StorageClass", weakens: "whether a claim's class exists cannot be seen",
      resource: "storageclasses", use: .claim),
    Need(
      kind: "VolumeAttachment", weakens: "where a volume is attached cannot be seen",
      resource: "volumeattachments", use: .claim),
    Need(
      kind: "CSINode", weakens: "which storage drivers run on a node cannot be seen",
      resource: "csinodes", use: .claim),
  ]
}
