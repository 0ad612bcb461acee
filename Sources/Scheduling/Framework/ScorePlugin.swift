/// Ranks the nodes that fit: kube-scheduler's PreScore and Score.
package protocol ScorePlugin: SchedulerPlugin {
  /// PreScore: nil means Skip, the plugin takes no part for this pod.
  ///
  /// `filters` is what the same profile's filters know about the pod.
  func prepareScore(
    _ pod: PodInfo, on feasible: [NodeID], filters: [PreparedFilter], in cluster: ClusterState
  ) throws(Rejection) -> (any NodeScorer)?
}

/// How raw scores become 0...100.
package enum ScoreNormalization: Sendable {
  /// They are 0...100 already.
  case none
  /// kube-scheduler's DefaultNormalizeScore: in proportion to the greatest.
  case byMaximum(reversed: Bool)
  /// By ``NodeScorer/normalize(_:of:in:)``.
  case own
}

/// What a score plugin knows about one pod: PreScore's state, Score and NormalizeScore.
package protocol NodeScorer: Sendable {
  var scope: VerdictScope { get }
  var normalization: ScoreNormalization { get }

  /// Whether it would give every node zero as the cluster is now.
  var isIdle: Bool { get }

  /// Takes in which nodes fit, before they are scored.
  mutating func focus(on feasible: [NodeID], in cluster: ClusterState)

  /// Score: the raw score of a node that fits.
  func score(_ node: NodeID, in cluster: ClusterState) -> Int64

  /// The raw scores of `nodes`, in their order.
  func scores(of nodes: [NodeID], in cluster: ClusterState) -> [Int64]

  /// NormalizeScore over all nodes that fit; `scores[i]` belongs to `nodes[i]`.
  func normalize(_ scores: inout [Int64], of nodes: [NodeID], in cluster: ClusterState)

  /// Becomes what PreScore would make of the changed cluster; false means: prepare anew.
  mutating func observe(_ change: Change, in cluster: ClusterState) -> Bool
}

extension NodeScorer {
  package var scope: VerdictScope { .node }
  package var normalization: ScoreNormalization { .none }
  package var isIdle: Bool { false }
  package mutating func focus(on feasible: [NodeID], in cluster: ClusterState) {}
  package func scores(of nodes: [NodeID], in cluster: ClusterState) -> [Int64] {
    nodes.map { score($0, in: cluster) }
  }
  package func normalize(_ scores: inout [Int64], of nodes: [NodeID], in cluster: ClusterState) {}
  package mutating func observe(_ change: Change, in cluster: ClusterState) -> Bool {
    scope == .node
  }
}

/// The greatest score of a plugin before its weight.
package let maxNodeScore: Int64 = 100

/// kube-scheduler's DefaultNormalizeScore.
package func normalizeByMaximum(_ scores: inout [Int64], reversed: Bool) {
  let greatest = max(scores.max() ?? 0, 0)
  guard greatest > 0 else {
    if reversed { for index in scores.indices { scores[index] = maxNodeScore } }
    return
  }
  for index in scores.indices {
    let score = maxNodeScore &* scores[index] / greatest
    scores[index] = reversed ? maxNodeScore - score : score
  }
}
