/// One plugin's scores for one class of pods.
struct ScoreColumn {
  let plugin: PluginName
  let weight: Int64
  let scope: VerdictScope
  let normalization: ScoreNormalization
  var scorer: any NodeScorer
  /// By node, for a plugin that looks at one node only.
  private(set) var raw: [Int64] = []
  /// Normalized and multiplied with the weight, by node; of nodes that do not fit it means nothing.
  private(set) var weighted: [Int64]
  /// Whether all scores are zero now.
  private(set) var isIdle = false
  /// Whether the scorer knows which nodes fit now.
  private var isFocused = false
  /// The greatest raw score among the nodes that fit, by which the others are measured.
  private var greatest: Int64 = -1

  init(_ plugin: PluginName, weight: Int64, scorer: any NodeScorer, nodes: Int) {
    self.plugin = plugin
    self.weight = weight
    self.scorer = scorer
    scope = scorer.scope
    normalization = scorer.normalization
    weighted = Array(repeating: 0, count: nodes)
  }

  /// Scores all nodes for the first time, when the plugin looks at one node only.
  mutating func fill(on feasible: [NodeID], in cluster: ClusterState) {
    scorer.focus(on: feasible, in: cluster)
    raw = scorer.scores(of: cluster.nodes.ids, in: cluster)
    if case .none = normalization {
      for node in raw.indices { weighted[node] = raw[node] &* weight }
    } else {
      _ = settle(on: feasible, hasChanged: true, in: cluster)
    }
  }

  /// Scores changed nodes again; true when some score is another one than before.
  mutating func update(_ dirty: [Int], in cluster: ClusterState) -> Bool {
    var hasChanged = false
    for node in dirty {
      let score = scorer.score(NodeID(index: node), in: cluster)
      if score == raw[node] { continue }
      raw[node] = score
      hasChanged = true
      if case .none = normalization { weighted[node] = score &* weight }
    }
    return hasChanged
  }

  /// Normalizes again where that is due; true when it was.
  mutating func settle(
    on feasible: [NodeID], hasChanged: Bool, in cluster: ClusterState
  ) -> Bool {
    switch normalization {
    case .none: return false
    case .byMaximum(let reversed):
      let now = feasible.reduce(0) { max($0, raw[$1.index]) }
      guard hasChanged || now != greatest else { return false }
      greatest = now
      for node in raw.indices {
        weighted[node] = share(of: raw[node], reversed: reversed) &* weight
      }
      return true
    case .own:
      store(feasible.map { raw[$0.index] }, of: feasible, in: cluster)
      return true
    }
  }

  private func share(of score: Int64, reversed: Bool) -> Int64 {
    guard greatest > 0 else { return reversed ? maxNodeScore : 0 }
    let share = maxNodeScore &* score / greatest
    return reversed ? maxNodeScore - share : share
  }

  /// Scores all nodes that fit, for a plugin that looks at the whole cluster.
  mutating func scoreAll(on feasible: [NodeID], hasMoved: Bool, in cluster: ClusterState) {
    if hasMoved { isFocused = false }
    isIdle = scorer.isIdle
    if isIdle { return }
    if !isFocused { scorer.focus(on: feasible, in: cluster) }
    isFocused = true
    store(scorer.scores(of: feasible, in: cluster), of: feasible, in: cluster)
  }

  private mutating func store(
    _ scores: [Int64], of nodes: [NodeID], in cluster: ClusterState
  ) {
    var scores = scores
    switch normalization {
    case .none: break
    case .byMaximum(let reversed): normalizeByMaximum(&scores, reversed: reversed)
    case .own: scorer.normalize(&scores, of: nodes, in: cluster)
    }
    for index in nodes.indices { weighted[nodes[index].index] = scores[index] &* weight }
  }
}
