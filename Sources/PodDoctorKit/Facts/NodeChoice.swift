import KubernetesModel

/// The nodes that a pod asks for, looked at without what they have free.
struct NodeChoice: Sendable {
  private static let conditionPrefix = "node.kubernetes.io/"

  private let pod: Pod
  private let affinity: RequiredNodeAffinity

  init(of pod: Pod) {
    self.pod = pod
    affinity = RequiredNodeAffinity(pod.spec)
  }

  /// Whether the pod would be allowed on the node if the node were well: selector and affinity match, and only
  /// taints that tell of the node's own condition are not tolerated.
  func wants(_ node: Node) -> Bool {
    guard (try? affinity.matches(node)) ?? false else { return false }
    return hindering(node).allSatisfy { $0.key.hasPrefix(Self.conditionPrefix) }
  }

  /// The taints that keep the pod off the node.
  func hindering(_ node: Node) -> [Taint] {
    node.spec.taints.filter { taint in
      taint.effect != "PreferNoSchedule" && !pod.spec.tolerations.contains { $0.tolerates(taint) }
    }
  }

  /// The nodes that the pod would be allowed on if they were well.
  func wanted(in snapshot: ClusterSnapshot) -> [Node] {
    snapshot.nodes.filter(wants)
  }
}
