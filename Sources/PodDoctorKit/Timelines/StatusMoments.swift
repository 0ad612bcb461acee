import Findings
import KubernetesModel
import Provenance
import RuleEngine

/// What a pod's own document tells: its conditions, the runs of its containers and its deletion.
struct StatusMoments {
  private let pod: PodCase

  init(of pod: PodCase) {
    self.pod = pod
  }

  var all: [Moment] {
    lifetime + conditions + pod.containers.flatMap { runs(of: $0.life) }
  }

  private var lifetime: [Moment] {
    let metadata = pod.pod.metadata
    var moments: [Moment] = []
    if let time = metadata.creationTimestamp {
      let owner = metadata.controllerReference.map { " by \($0.kind) \($0.name)" } ?? ""
      moments.append(moment(time, .created, "created\(owner)", at: "metadata.creationTimestamp"))
    }
    if let deletion = pod.deletion {
      let field = "metadata.deletionTimestamp"
      moments.append(
        moment(
          deletion.requested, .deleted, "deletion asked for, \(deletion.gracePeriod) s to end",
          at: field))
      if deletion.gracePeriod > 0, deletion.overdue > 0, let deadline = metadata.deletionTimestamp {
        moments.append(moment(deadline, .deleted, "its time to end is over", at: field))
      }
    }
    return moments
  }

  private var conditions: [Moment] {
    pod.pod.status.conditions.enumerated().compactMap { index, condition in
      guard let time = condition.lastTransitionTime,
        let (stage, says) = Self.words(for: condition, on: pod.pod.spec.nodeName)
      else { return nil }
      return moment(time, stage, says, at: "status.conditions[\(index)]")
    }
  }

  /// What the last change of a condition means; nil for changes that other moments tell better.
  private static func words(
    for condition: PodCondition, on node: String
  ) -> (Moment.Stage, String)? {
    switch (condition.type, condition.status) {
    case ("PodScheduled", "True") where !node.isEmpty: (.scheduled, "scheduled to node \(node)")
    case ("PodReadyToStartContainers", "True"): (.prepared, "sandbox and volumes are there")
    case ("Initialized", "True"): (.prepared, "init containers are done")
    case ("Ready", "True"): (.running, "ready")
    case ("Ready", "False"): (.failing, "not ready" + because(condition.reason))
    case ("DisruptionTarget", "True"): (.ended, "disruption" + because(condition.reason))
    default: nil
    }
  }

  private static func because(_ reason: String) -> String { reason.isEmpty ? "" : ": \(reason)" }

  private func runs(of life: ContainerLife) -> [Moment] {
    guard let status = life.status, let path = life.statusPath else { return [] }
    var moments: [Moment] = []
    if let ended = status.lastState.terminated {
      moments += run(ended, of: life, at: "\(path).lastState.terminated")
    }
    if let ended = status.state.terminated {
      moments += run(ended, of: life, at: "\(path).state.terminated")
    }
    if let start = status.state.running?.startedAt {
      let again = life.restarts > 0 ? " again, restart \(life.restarts)" : ""
      moments.append(
        moment(
          start, life.restarts > 0 ? .restarted : .started, "started\(again)",
          at: "\(path).state.running", container: life.name
        ))
    }
    return moments
  }

  /// The start and the end of a run; the runtime gives 1970 for a start that never was.
  private func run(
    _ state: ContainerStateTerminated, of life: ContainerLife, at path: String
  ) -> [Moment] {
    var moments: [Moment] = []
    let hasStarted = (state.startedAt?.seconds ?? 0) > 0
    if hasStarted, let start = state.startedAt {
      moments.append(moment(start, .started, "started", at: path, container: life.name))
    }
    if let end = state.finishedAt, end.seconds > 0 {
      let reason = state.reason.isEmpty ? "" : " (\(state.reason))"
      let exit = ContainerLife.Exit(state: state, path: path)
      let length = hasStarted ? exit.ranFor.map { " after \(Int(clamping: Int64($0))) s" } : nil
      moments.append(
        moment(
          end, .ended, "ended with \(exit.words)\(reason)\(length ?? "")", at: path,
          container: life.name))
    }
    return moments
  }

  private func moment(
    _ time: Timestamp, _ stage: Moment.Stage, _ says: String, at field: String,
    container: String? = nil
  ) -> Moment {
    Moment(
      time, stage, says, container: container, place: pod.facts.place(of: field, in: pod.reference))
  }
}
