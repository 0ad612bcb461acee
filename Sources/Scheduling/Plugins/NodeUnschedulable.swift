import KubernetesModel

/// Keeps pods off cordoned nodes.
package struct NodeUnschedulable: FilterPlugin {
  package let name: PluginName = "NodeUnschedulable"

  package init() {}

  package func prepare(_ pod: PodInfo, in cluster: ClusterState) -> FilterPreparation {
    let tolerates = pod.pod.spec.tolerations.tolerate(Self.taint)
    return tolerates ? .skip : .filter(CordonFilter())
  }

  /// What a cordon amounts to, and what a pod must tolerate to ignore it.
  private static let taint: Taint = {
    var taint = Taint()
    taint.key = "node.kubernetes.io/unschedulable"
    taint.effect = "NoSchedule"
    return taint
  }()
}

private struct CordonFilter: NodeFilter {
  private static let rejection = Rejection.unresolvable("node(s) were unschedulable")

  func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection? {
    cluster.nodes.unschedulable[node.index] ? Self.rejection : nil
  }
}
