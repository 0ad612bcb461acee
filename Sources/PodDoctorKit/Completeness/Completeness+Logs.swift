import Findings
import KubernetesModel

extension Completeness {
  /// A container that ended, and the run whose log would say why.
  private struct Silence {
    var pod: Pod
    var life: ContainerLife

    /// While the program runs again, only the previous log is that of the run that ended.
    var isOfPreviousRun: Bool { life.running != nil }

    var name: String { "\(pod.metadata.name)/\(life.name)" }

    /// A container in a back-off still has the log of its last run as the current one.
    var command: String {
      "kubectl -n \(pod.metadata.namespace) logs \(pod.metadata.name) -c \(life.name)"
        + (isOfPreviousRun ? " --previous" : "")
    }
  }

  /// Crashed containers whose logs are not there.
  func logs(of troubled: [Pod]) -> [DiagnosisReport.Gap] {
    // Where there are no logs at all, one container tells as much as all of them.
    let silent = silent(among: troubled, atMost: scope.facts.logs.isEmpty ? 1 : .max)
    guard let first = silent.first else { return [] }
    return [
      .init(
        missing: scope.facts.logs.isEmpty ? "container logs" : name(of: silent, first),
        weakens: "why a program ended is judged by its exit code alone", command: first.command)
    ]
  }

  /// A loop, because the types of a lazy chain take the start of a program half a millisecond.
  private func silent(among pods: [Pod], atMost limit: Int) -> [Silence] {
    var silent: [Silence] = []
    for pod in pods {
      for life in pod.containerLives where hasCrashed(life) {
        let silence = Silence(pod: pod, life: life)
        if !isHeard(silence) { silent.append(silence) }
        if silent.count == limit { return silent }
      }
    }
    return silent
  }

  private func name(of silent: [Silence], _ first: Silence) -> String {
    let names = silent.prefix(3).map(\.name).joined(separator: ", ")
    let more = silent.count > 3 ? " and \(silent.count - 3) more" : ""
    let previous = silent.allSatisfy(\.isOfPreviousRun) ? "previous " : ""
    return "the \(previous)\(silent.count == 1 ? "log" : "logs") of \(names)\(more)"
  }

  /// Whether the program ended in a way that its log could explain.
  private func hasCrashed(_ life: ContainerLife) -> Bool {
    guard let exit = life.exit?.state else { return false }
    let isUntold = exit.reason == "Error" || exit.reason.isEmpty
    return exit.exitCode != 0 && isUntold
  }

  private func isHeard(_ silence: Silence) -> Bool {
    guard !scope.facts.logs.isEmpty else { return false }
    let (pod, life) = (silence.pod, silence.life)
    let logs = scope.facts.logs.logs(
      namespace: pod.metadata.namespace, pod: pod.metadata.name, container: life.name,
      isOnly: pod.spec.containers.count == 1 && life.role == .app)
    return logs.previous != nil || logs.current != nil && !silence.isOfPreviousRun
  }
}
