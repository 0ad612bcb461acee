/// PreScore, Score and NormalizeScore for one class of identical pods, kept up to date.
struct ScoreStage {
  /// One plugin's scores.
  struct Column {
    let plugin: PluginName
    let weight: Int64
    var scorer: any NodeScorer
    /// By node; of nodes that do not fit they mean nothing.
    var raw: [Int64] = []
    /// Normalized and multiplied with the weight, by node.
    var weighted: [Int64]
    var isIdle = false
  }

  private(set) var columns: [Column] = []
  /// The failure of a plugin, nil when all is well.
  private(set) var failure: Rejection?
  /// The sum of what does not depend on other nodes, by node.
  private var base: [Int64]
  private(set) var totals: [Int64]

  init(
    for pod: PodInfo, profile: Profile, filters: [PreparedFilter], on feasible: [NodeID],
    in cluster: ClusterState
  ) {
    base = Array(repeating: 0, count: cluster.nodes.count)
    totals = base
    for weighted in profile.scorers {
      do {
        let scorer = try weighted.plugin.prepareScore(
          pod, on: feasible, filters: filters, in: cluster)
        guard let scorer else { continue }
        columns.append(
          Column(
            plugin: weighted.plugin.name, weight: weighted.weight, scorer: scorer, weighted: base))
      } catch {
        let text = "running PreScore plugin \"\(weighted.plugin.name)\": \(error.message)"
        failure = Rejection(.error, [text], by: weighted.plugin.name)
        return
      }
    }
    for index in columns.indices where columns[index].scorer.scope == .node {
      columns[index].scorer.focus(on: feasible, in: cluster)
      columns[index].raw = columns[index].scorer.scores(of: cluster.nodes.ids, in: cluster)
    }
    scoreAgain([], on: feasible, hasMoved: true, in: cluster)
  }

  mutating func observe(_ changes: ArraySlice<Change>, in cluster: ClusterState) -> Bool {
    for index in columns.indices {
      for change in changes where !columns[index].scorer.observe(change, in: cluster) {
        return false
      }
    }
    return true
  }

  /// Scores the changed nodes again, and all of them where others count too.
  mutating func scoreAgain(
    _ dirty: [Int], on feasible: [NodeID], hasMoved: Bool, in cluster: ClusterState
  ) {
    var isBaseOutdated = hasMoved
    for index in columns.indices where columns[index].scorer.scope == .node {
      let hasChanged = columns[index].update(dirty, in: cluster)
      if hasMoved || hasChanged { columns[index].normalizeOwn(on: feasible, in: cluster) }
      if hasChanged && columns[index].isNormalized { isBaseOutdated = true }
    }
    let nodes = isBaseOutdated ? Array(base.indices) : dirty
    for node in nodes { base[node] = sum(at: node) }
    scoreClusterColumns(on: feasible, hasMoved: hasMoved, in: cluster)
    if columns.contains(where: { $0.scorer.scope == .cluster && !$0.isIdle }) || wasBusy {
      addUp(on: feasible)
    } else {
      for node in nodes { totals[node] = base[node] }
    }
  }

  private var wasBusy = false

  private func sum(at node: Int) -> Int64 {
    var sum: Int64 = 0
    for index in columns.indices where columns[index].scorer.scope == .node {
      sum &+= columns[index].weighted[node]
    }
    return sum
  }

  private mutating func scoreClusterColumns(
    on feasible: [NodeID], hasMoved: Bool, in cluster: ClusterState
  ) {
    for index in columns.indices where columns[index].scorer.scope == .cluster {
      columns[index].isIdle = columns[index].scorer.isIdle
      if columns[index].isIdle { continue }
      if hasMoved { columns[index].scorer.focus(on: feasible, in: cluster) }
      columns[index].scoreAll(on: feasible, in: cluster)
    }
  }

  private mutating func addUp(on feasible: [NodeID]) {
    wasBusy = false
    totals = base
    for index in columns.indices
    where columns[index].scorer.scope == .cluster && !columns[index].isIdle {
      wasBusy = true
      for node in feasible { totals[node.index] &+= columns[index].weighted[node.index] }
    }
  }

  /// The nodes with the greatest total, in the order of `feasible`.
  func best(of feasible: [NodeID]) -> [NodeID] {
    var greatest = Int64.min
    for node in feasible { greatest = max(greatest, totals[node.index]) }
    return feasible.filter { totals[$0.index] == greatest }
  }

  /// The first node with the greatest total.
  func firstBest(of feasible: [NodeID]) -> NodeID? {
    var best: NodeID?
    var greatest = Int64.min
    for node in feasible where totals[node.index] > greatest || best == nil {
      greatest = totals[node.index]
      best = node
    }
    return best
  }
}

extension ScoreStage.Column {
  var isNormalized: Bool { if case .none = scorer.normalization { false } else { true } }

  /// Scores changed nodes again; true when some score is another one than before.
  mutating func update(_ dirty: [Int], in cluster: ClusterState) -> Bool {
    var hasChanged = false
    for node in dirty {
      let score = scorer.score(NodeID(index: node), in: cluster)
      if score == raw[node] { continue }
      raw[node] = score
      hasChanged = true
      if !isNormalized { weighted[node] = score &* weight }
    }
    return hasChanged
  }

  /// Brings the raw scores of a column that looks at one node only to 0...100.
  mutating func normalizeOwn(on feasible: [NodeID], in cluster: ClusterState) {
    guard isNormalized else {
      for node in raw.indices { weighted[node] = raw[node] &* weight }
      return
    }
    var scores = feasible.map { raw[$0.index] }
    normalize(&scores, of: feasible, in: cluster)
    for (index, node) in feasible.enumerated() { weighted[node.index] = scores[index] &* weight }
  }

  mutating func scoreAll(on feasible: [NodeID], in cluster: ClusterState) {
    var scores = scorer.scores(of: feasible, in: cluster)
    normalize(&scores, of: feasible, in: cluster)
    for (index, node) in feasible.enumerated() { weighted[node.index] = scores[index] &* weight }
  }

  private func normalize(
    _ scores: inout [Int64], of nodes: [NodeID], in cluster: ClusterState
  ) {
    switch scorer.normalization {
    case .none: break
    case .byMaximum(let reversed): normalizeByMaximum(&scores, reversed: reversed)
    case .own: scorer.normalize(&scores, of: nodes, in: cluster)
    }
  }
}
