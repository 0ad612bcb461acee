import KubernetesModel

extension PodCase {
  /// How long the cluster autoscaler waits for a node that it asked for (`--max-node-provision-time`), in seconds.
  private static let provisionTime: Double = 900

  /// What the cluster autoscaler and Karpenter say when they ask for a node.
  private static let promises: Set = ["TriggeredScaleUp", "Nominated"]
  private static let refusals: Set = ["NotTriggerScaleUp", "FailedScaleUp"]

  /// The last word of an autoscaler about the pod.
  var wordOfAutoscaler: EventNote? {
    events.last { Self.promises.contains($0.reason) || Self.refusals.contains($0.reason) }
  }

  /// Whether an autoscaler is bringing a node for the pod, and has not done so in vain before.
  var nodeIsComing: Bool {
    guard !isScheduled, let word = wordOfAutoscaler, Self.promises.contains(word.reason) else {
      return false
    }
    let asked = events.filter { Self.promises.contains($0.reason) }.compactMap(\.first).min()
    return facts.age(of: asked).map { $0 < Self.provisionTime } ?? false
  }
}
