import KubernetesModel

extension PodCase {
  /// How long the cluster autoscaler waits for a node that it asked for (`--max-node-provision-time`), in seconds.
  private static let provisionTime: Double = 900

  private static let promises: Set = ["TriggeredScaleUp", "Nominated"]
  private static let refusals: Set = ["NotTriggerScaleUp", "FailedScaleUp"]

  /// Whether the cluster autoscaler or Karpenter is bringing a node for the pod right now.
  var nodeIsComing: Bool {
    let spoken = Self.promises.union(Self.refusals)
    guard !isScheduled, let word = events.last(where: { spoken.contains($0.reason) }),
      Self.promises.contains(word.reason), let age = facts.age(of: word.last)
    else { return false }
    return age < Self.provisionTime
  }
}
