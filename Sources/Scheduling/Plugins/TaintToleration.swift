import KubernetesModel

/// Keeps a pod off nodes whose `NoSchedule` and `NoExecute` taints it does not tolerate, and
/// ranks nodes by the `PreferNoSchedule` taints that it does not tolerate.
package struct TaintToleration: FilterPlugin, ScorePlugin {
  package let name: PluginName = "TaintToleration"

  package init() {}

  package func prepare(_ pod: PodInfo, in cluster: ClusterState) -> FilterPreparation {
    .filter(TaintFilter(tolerations: pod.pod.spec.tolerations))
  }

  package func prepareScore(
    _ pod: PodInfo, on feasible: [NodeID], filters: [PreparedFilter], in cluster: ClusterState
  ) -> (any NodeScorer)? {
    TaintScorer(
      tolerations: pod.pod.spec.tolerations.filter {
        $0.effect.isEmpty || $0.effect == "PreferNoSchedule"
      })
  }
}

private struct TaintFilter: NodeFilter {
  private static let rejection = Rejection.unresolvable("node(s) had untolerated taint(s)")

  var tolerations: [Toleration]

  func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection? {
    let taints = cluster.nodes.taints[node.index]
    if taints.isEmpty { return nil }
    return tolerations.leaveUntolerated(among: taints) ? Self.rejection : nil
  }
}

private struct TaintScorer: NodeScorer {
  let normalization = ScoreNormalization.byMaximum(reversed: true)
  var tolerations: [Toleration]

  init(tolerations: [Toleration]) { self.tolerations = tolerations }

  func score(_ node: NodeID, in cluster: ClusterState) -> Int64 {
    var count: Int64 = 0
    for taint in cluster.nodes.taints[node.index] where taint.effect == "PreferNoSchedule" {
      if !tolerations.tolerate(taint) { count += 1 }
    }
    return count
  }
}

extension [Toleration] {
  /// Whether some `NoSchedule` or `NoExecute` taint is tolerated by none of them.
  func leaveUntolerated(among taints: [Taint]) -> Bool {
    taints.contains { $0.repels && !tolerate($0) }
  }
}
