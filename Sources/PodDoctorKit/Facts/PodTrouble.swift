import KubernetesModel

/// Decides whether a pod is worth asking about: healthy pods stay out of every rule.
struct PodTrouble: Sendable {
  /// Restarts longer ago than this are history.
  private static let recently: Double = 600
  /// A deletion younger than this is the ordinary course of things.
  private static let ordinaryDeletion: Double = 10
  /// What a kubelet may take beyond the grace period to take a pod down.
  private static let longestEnd: Double = 60

  /// Whether only the manifest of a pod is known, which never was in a cluster or had its status taken away.
  static func lacksStatus(_ pod: Pod) -> Bool {
    pod.metadata.deletionTimestamp == nil && pod.status.phase.isEmpty
  }

  /// Whether a pod has done its work or is ready for it, or is on its ordinary way out.
  static func isHealthy(_ pod: Pod, at now: Timestamp?) -> Bool {
    if pod.metadata.deletionTimestamp != nil {
      return pod.isReady && !isOverdue(pod, at: now) || !isIn(pod, at: now)
    }
    switch pod.status.phase {
    case "Succeeded": return true
    case "Running": return pod.isReady
    default: return false
    }
  }

  /// Whether anything about `pod` is other than it should be at `now`.
  ///
  /// A pod that `isPartial` is known from a text only, which does not show that an ended pod is being deleted.
  static func isIn(
    _ pod: Pod, at now: Timestamp?, isPartial: @autoclosure () -> Bool = false
  ) -> Bool {
    if pod.metadata.deletionTimestamp != nil {
      return (DeletionState(of: pod.metadata, at: now)?.age ?? 0) > ordinaryDeletion
    }
    switch pod.status.phase {
    case "Succeeded": return runsForEver(pod) && isPartial()
    case "Running": return runs(badly: pod, at: now)
    default: return true
    }
  }

  /// Whether a pod is still there long after its grace period, whatever it was ready for.
  private static func isOverdue(_ pod: Pod, at now: Timestamp?) -> Bool {
    (DeletionState(of: pod.metadata, at: now)?.overdue ?? 0) > longestEnd
  }

  /// Whether the pod's owner starts ended containers again, so that it can have succeeded only by being stopped.
  private static func runsForEver(_ pod: Pod) -> Bool {
    let owners = ["ReplicaSet", "StatefulSet", "DaemonSet", "ReplicationController"]
    return pod.metadata.ownerReferences.contains { owners.contains($0.kind) }
  }

  private static func runs(badly pod: Pod, at now: Timestamp?) -> Bool {
    guard pod.isReady else { return true }
    let (initial, regular) = (pod.spec.initContainers, pod.spec.containers)
    return initial.indices.contains { place in
      isUnwell(
        initial[place].name, among: pod.status.initContainerStatuses,
        isExpectedToEnd: initial[place].restartPolicy != "Always", at: now)
    }
      || regular.indices.contains { place in
        isUnwell(
          regular[place].name, among: pod.status.containerStatuses, isExpectedToEnd: false, at: now)
      }
  }

  /// Whether a container waits, or ended a short while ago without being meant to.
  private static func isUnwell(
    _ name: String, among statuses: [ContainerStatus], isExpectedToEnd: Bool, at now: Timestamp?
  ) -> Bool {
    guard let place = statuses.indices.first(where: { statuses[$0].name == name }) else {
      return false
    }
    if statuses[place].state.waiting != nil { return true }
    guard statuses[place].restartCount > 0, !isExpectedToEnd,
      let exit = statuses[place].state.terminated ?? statuses[place].lastState.terminated
    else { return false }
    guard let end = exit.finishedAt, let now else { return true }
    return now.seconds(since: end) < recently
  }
}
