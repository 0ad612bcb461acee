import KubernetesModel
import Provenance

extension PodCase {
  /// For how many seconds nothing has been seen to happen to a pod that should run; nil where it runs well, has ended,
  /// or is still within what its probes allow.
  var standstill: Double? {
    guard !pod.isReady, !pod.isTerminal, deletion == nil, pod.spec.schedulingGates.isEmpty,
      !containers.contains(where: { $0.keepsEnding(in: self) }),
      let idle = facts.age(of: latestChange), idle > longestBudget
    else { return nil }
    return idle
  }

  /// The last time at which anything about the pod changed.
  private var latestChange: Timestamp? {
    let conditions = pod.status.conditions.compactMap(\.lastTransitionTime)
    let runs = containers.flatMap(\.life.startTimes)
    return
      ([pod.metadata.creationTimestamp, progress.latest].compactMap(\.self) + conditions + runs)
      .max()
  }

  /// Seconds that a container may take to become ready without anything being wrong.
  private var longestBudget: Double {
    let budgets = containers.flatMap(\.probes).filter { $0.kind != .liveness }.map(\.budget)
    return Double(budgets.max() ?? 0)
  }
}
