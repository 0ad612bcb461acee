import KubernetesModel

extension PodCase {
  /// Reasons of events about pods that only kubelets write.
  private static let wordsOfKubelets: Set = [
    "Killing", "Started", "Created", "Pulled", "Pulling", "BackOff", "Unhealthy", "FailedKillPod",
    "FailedMount", "FailedCreatePodSandBox", "FailedSync", "Evicted",
  ]

  /// Whether the node lifecycle controller found the pod's node not ready, and no event of its kubelet came after that.
  var isNodeSilent: Bool {
    guard let silence = events.last(where: { $0.reason == "NodeNotReady" }) else { return false }
    return !events.contains {
      guard Self.wordsOfKubelets.contains($0.reason), let last = $0.last else { return false }
      return last > (silence.last ?? .distantPast)
    }
  }
}
