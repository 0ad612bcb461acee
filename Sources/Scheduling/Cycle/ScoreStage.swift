/// PreScore, Score and NormalizeScore for one class of identical pods, kept up to date.
struct ScoreStage {
  private(set) var columns: [ScoreColumn] = []
  /// The failure of a plugin, nil when all is well.
  private(set) var failure: Rejection?
  /// The sum of the plugins that look at one node only, by node.
  private var base: [Int64]
  private(set) var totals: [Int64]
  /// Whether plugins that look at the whole cluster are part of the totals.
  private var wasBusy = false

  init(
    for pod: PodInfo, profile: Profile, filters: [PreparedFilter], on feasible: [NodeID],
    in cluster: ClusterState
  ) {
    base = Array(repeating: 0, count: cluster.nodes.count)
    totals = base
    for weighted in profile.scorers {
      let name = weighted.plugin.name
      do {
        let scorer = try weighted.plugin.prepareScore(
          pod, on: feasible, filters: filters, in: cluster)
        guard let scorer else { continue }
        columns.append(
          ScoreColumn(
            name, weight: weighted.weight, scorer: scorer, nodes: cluster.nodes.count))
      } catch {
        let text = "running PreScore plugin \"\(name)\": \(error.message)"
        failure = Rejection(.error, [text], by: name)
        return
      }
    }
    for index in columns.indices where columns[index].scope == .node {
      columns[index].fill(on: feasible, in: cluster)
    }
    addUpBase()
    totals = base
    scoreCluster(on: feasible, hasMoved: true, in: cluster)
  }

  /// Takes in what changed; false when a plugin has to be prepared anew.
  mutating func observe(_ changes: ArraySlice<Change>, in cluster: ClusterState) -> Bool {
    for index in columns.indices where columns[index].scope == .cluster {
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
    var isBaseOutdated = false
    for index in columns.indices where columns[index].scope == .node {
      let hasChanged = columns[index].update(dirty, in: cluster)
      if hasMoved || hasChanged {
        let isSettled = columns[index].settle(
          on: feasible, hasChanged: hasChanged, in: cluster)
        if isSettled { isBaseOutdated = true }
      }
    }
    if isBaseOutdated {
      addUpBase()
      totals = base
    } else {
      for node in dirty { base[node] = sum(at: node) }
    }
    for node in dirty { totals[node] = base[node] }
    scoreCluster(on: feasible, hasMoved: hasMoved, in: cluster)
  }

  private mutating func addUpBase() {
    base = Array(repeating: 0, count: base.count)
    for column in columns where column.scope == .node {
      for node in base.indices { base[node] &+= column.weighted[node] }
    }
  }

  private func sum(at node: Int) -> Int64 {
    var sum: Int64 = 0
    for index in columns.indices where columns[index].scope == .node {
      sum &+= columns[index].weighted[node]
    }
    return sum
  }

  private mutating func scoreCluster(
    on feasible: [NodeID], hasMoved: Bool, in cluster: ClusterState
  ) {
    var isBusy = false
    for index in columns.indices where columns[index].scope == .cluster {
      columns[index].scoreAll(on: feasible, hasMoved: hasMoved, in: cluster)
      if !columns[index].isIdle { isBusy = true }
    }
    if isBusy || wasBusy { totals = base }
    for index in columns.indices
    where columns[index].scope == .cluster && !columns[index].isIdle {
      let weighted = columns[index].weighted
      for node in feasible { totals[node.index] &+= weighted[node.index] }
    }
    wasBusy = isBusy
  }

  /// The nodes with the greatest total, in the order of `feasible`.
  func best(of feasible: [NodeID]) -> [NodeID] {
    guard let first = firstBest(of: feasible) else { return [] }
    return feasible.filter { totals[$0.index] == totals[first.index] }
  }

  /// The first node with the greatest total.
  func firstBest(of feasible: [NodeID]) -> NodeID? {
    guard var best = feasible.first else { return nil }
    var greatest = totals[best.index]
    for node in feasible where totals[node.index] > greatest {
      greatest = totals[node.index]
      best = node
    }
    return best
  }
}
