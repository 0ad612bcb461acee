import KubernetesModel

/// Decides whether a pod is worth asking about: healthy pods stay out of every rule.
struct PodTrouble: Sendable {
  /// Restarts longer ago than this are history.
  private static let recently: Double = 600
  /// A deletion younger than this is the ordinary course of things.
  private static let ordinaryDeletion: Double = 10

  /// Whether anything about `pod` is other than it should be at `now`.
  static func isIn(_ pod: Pod, at now: Timestamp?) -> Bool {
    if pod.metadata.deletionTimestamp != nil {
      return (DeletionState(of: pod.metadata, at: now)?.age ?? 0) > ordinaryDeletion
    }
    switch pod.status.phase {
    case "Succeeded": return false
    case "Running": return runs(badly: pod, at: now)
    default: return true
    }
  }

  private static func runs(badly pod: Pod, at now: Timestamp?) -> Bool {
    let isReady = pod.status.conditions.first { $0.type == "Ready" }?.status == "True"
    guard isReady else { return true }
    return pod.containerLives.contains { life in
      if life.waiting != nil { return true }
      guard life.restarts > 0, let exit = life.exit, life.role != .initial else { return false }
      guard let end = exit.state.finishedAt, let now else { return true }
      return now.seconds(since: end) < recently
    }
  }
}
