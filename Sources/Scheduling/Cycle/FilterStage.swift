import KubernetesModel

/// PreFilter and Filter for one class of identical pods, kept up to date as the cluster changes.
struct FilterStage {
  private(set) var outcome: PreFilterOutcome
  private(set) var filters: [PreparedFilter]
  private(set) var candidates: Candidates
  private(set) var feasible: [NodeID] = []
  /// The nodes that PreFilter left out.
  private(set) var isExcluded: [Bool]
  /// What the filters that look at one node only say; kept until the node changes.
  private var local: [Int32] = []
  private var wasBusy = false

  init(for pod: PodInfo, profile: Profile, in cluster: ClusterState) {
    outcome = PreFilterOutcome(for: pod, profile: profile, in: cluster)
    filters = outcome.filters
    candidates = Candidates(count: cluster.nodes.count)
    let only = outcome.only
    isExcluded = cluster.nodes.names.map { name in only.map { !$0.contains(name) } ?? false }
    guard outcome.refusal == nil else { return }
    for (order, prepared) in filters.enumerated() where prepared.filter.scope == .node {
      candidates.turn(to: prepared.plugin, at: order)
      prepared.filter.reject(&candidates, in: cluster)
    }
    local = candidates.verdicts
    if isBusy { askClusterFilters(in: cluster) }
    if !cluster.nominatedPods.isEmpty { askWithNominatedPods(for: pod, in: cluster) }
    collectFeasible()
    preferNominatedNode(of: pod, in: cluster)
  }

  /// On nodes where other pods were promised room, the pod must fit beside them too.
  private mutating func askWithNominatedPods(for pod: PodInfo, in cluster: ClusterState) {
    var trialCluster = cluster
    for node in Set(cluster.nominatedPods.map(\.node)).sorted() {
      let trial = FilterTrial(of: pod, filters: filters, on: node, in: cluster)
      guard trial.hasNominatedPods else { continue }
      candidates.clear(node.index)
      if let rejection = trial.rejection(in: &trialCluster) {
        candidates.reject(node.index, rejection)
      }
    }
  }

  /// kube-scheduler looks no further when the node that the pod was promised fits.
  private mutating func preferNominatedNode(of pod: PodInfo, in cluster: ClusterState) {
    guard let node = cluster.nodes.id(of: pod.pod.status.nominatedNodeName),
      candidates.fits(node.index)
    else { return }
    feasible = [node]
    isExcluded = isExcluded.map { _ in true }
  }

  /// Why the attempt ended in an error, nil when it did not.
  var failure: Rejection? {
    guard let failure = candidates.failure, let plugin = failure.plugin else { return nil }
    let text = "running \"\(plugin)\" filter plugin: \(failure.message)"
    return Rejection(.error, [text], by: plugin)
  }

  private var isBusy: Bool {
    filters.contains { $0.filter.scope == .cluster && !$0.filter.isIdle }
  }

  private mutating func askClusterFilters(in cluster: ClusterState) {
    candidates.reset(to: local)
    for (order, prepared) in filters.enumerated()
    where prepared.filter.scope == .cluster && !prepared.filter.isIdle {
      candidates.turn(to: prepared.plugin, at: order)
      prepared.filter.reject(&candidates, in: cluster)
    }
    wasBusy = true
  }

  private mutating func collectFeasible() {
    feasible.removeAll(keepingCapacity: true)
    for index in candidates.indices where candidates.fits(index) && !isExcluded[index] {
      feasible.append(NodeID(index: index))
    }
  }

  /// Takes in what changed; false when a filter has to be prepared anew.
  mutating func observe(_ changes: ArraySlice<Change>, in cluster: ClusterState) -> Bool {
    for index in filters.indices {
      for change in changes where !filters[index].filter.observe(change, in: cluster) {
        return false
      }
    }
    return true
  }

  /// Asks again about the changed nodes; true when other nodes are feasible than before.
  mutating func refresh(_ dirty: [Int], in cluster: ClusterState) -> Bool {
    let isBusy = isBusy || wasBusy
    var hasMoved = false
    for index in dirty {
      let fitted = candidates.fits(index)
      local[index] = localVerdict(of: index, in: cluster)
      if fitted != (local[index] == 0) { hasMoved = true }
    }
    guard isBusy || hasMoved else { return false }
    let before = feasible
    if isBusy { askClusterFilters(in: cluster) }
    collectFeasible()
    return before != feasible
  }

  private mutating func localVerdict(of index: Int, in cluster: ClusterState) -> Int32 {
    candidates.clear(index)
    for (order, prepared) in filters.enumerated() where prepared.filter.scope == .node {
      let rejection = prepared.filter.rejection(on: NodeID(index: index), in: cluster)
      guard let rejection else { continue }
      candidates.turn(to: prepared.plugin, at: order)
      candidates.reject(index, rejection)
      break
    }
    return candidates.verdicts[index]
  }
}

extension FilterStage {
  /// What was said, as PostFilter reads it.
  func filterOutcome(nodes: Int) -> FilterOutcome {
    var diagnosis = Diagnosis(nodes: nodes)
    if let refusal = outcome.refusal {
      diagnosis.absent = refusal
      diagnosis.isExcluded = Array(repeating: true, count: nodes)
      diagnosis.preFilterMessage = refusal.message
      if let plugin = refusal.plugin { diagnosis.plugins.insert(plugin) }
    } else {
      diagnosis.absent = outcome.absent
      diagnosis.isExcluded = isExcluded
      for index in 0..<nodes where !isExcluded[index] {
        diagnosis.rejections[index] = candidates.rejection(index)
      }
      diagnosis.plugins = Set(diagnosis.rejections.compactMap { $0?.plugin })
    }
    return FilterOutcome(
      filters: filters, prepared: outcome.prepared, diagnosis: diagnosis, feasible: feasible)
  }
}
