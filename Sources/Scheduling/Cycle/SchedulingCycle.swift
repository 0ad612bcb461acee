/// One attempt to place one pod.
struct SchedulingCycle {
  private let pod: PodInfo
  private let podClass: PodClass
  private let detail: Simulation.Detail

  init(of pod: PodInfo, in podClass: PodClass, detail: Simulation.Detail) {
    self.pod = pod
    self.podClass = podClass
    self.detail = detail
  }

  func run(in cluster: inout ClusterState) -> PodOutcome {
    let filter = podClass.filter
    if let error = failure { return PodOutcome(pod, .error, message: error.message) }
    var outcome = PodOutcome(pod, .unschedulable)
    if podClass.lastRefusal == nil { describeFilter(&outcome, nodes: cluster.nodes.count) }
    guard let score = podClass.score, let node = score.firstBest(of: filter.feasible) else {
      return unschedulable(outcome, in: cluster)
    }
    describeScore(&outcome, score)
    if let refusal = reserve(on: node, in: &cluster) { return refusal }
    cluster.add(pod, to: node)
    outcome.kind = .scheduled
    outcome.node = node
    return outcome
  }

  private var failure: Rejection? {
    if let refusal = podClass.filter.outcome.refusal, refusal.code == .error { return refusal }
    return podClass.filter.failure ?? podClass.score?.failure
  }

  private func describeFilter(_ outcome: inout PodOutcome, nodes: Int) {
    let filter = podClass.filter
    outcome.otherNodes = filter.outcome.refusal ?? filter.outcome.absent
    guard detail != .decisions || filter.feasible.isEmpty else { return }
    outcome.feasible = filter.feasible
    guard filter.outcome.refusal == nil else { return }
    for index in 0..<nodes where !filter.isExcluded[index] {
      guard let rejection = filter.candidates.rejection(index) else { continue }
      outcome.refusals.append((NodeID(index: index), rejection))
    }
  }

  private func describeScore(_ outcome: inout PodOutcome, _ score: ScoreStage) {
    guard detail != .decisions else { return }
    let feasible = podClass.filter.feasible
    outcome.best = score.best(of: feasible)
    outcome.totals = feasible.map { score.totals[$0.index] }
    outcome.scores = score.columns.map { column in
      .init(
        plugin: column.plugin,
        scores: feasible.map { column.isIdle ? 0 : column.weighted[$0.index] })
    }
  }

  private func unschedulable(_ outcome: PodOutcome, in cluster: ClusterState) -> PodOutcome {
    if var last = podClass.lastRefusal {
      last.pod = pod
      return last
    }
    var outcome = outcome
    var filtered = podClass.filter.filterOutcome(nodes: cluster.nodes.count)
    if !podClass.profile.postFilters.isEmpty {
      let result = postFilter(after: filtered, in: cluster)
      filtered.diagnosis.postFilterMessage = result.message
      outcome.preemption = .init(
        nominatedNode: result.nomination?.node,
        victims: result.nomination?.victims.filter { !$0.isTerminating } ?? [],
        message: result.message)
    }
    outcome.message =
      FitError(nodeCount: cluster.nodes.count, filtered.diagnosis).description
    return outcome
  }

  private func postFilter(
    after filtered: FilterOutcome, in cluster: ClusterState
  ) -> PostFilterResult {
    var messages: [String] = []
    for plugin in podClass.profile.postFilters {
      let result = plugin.postFilter(
        pod, after: filtered, profile: podClass.profile, in: cluster)
      switch result.status {
      case .success, .unresolvable, .error: return result
      case .unschedulable where result.message.isEmpty: break
      case .unschedulable: messages.append(result.message)
      }
    }
    return PostFilterResult(.unschedulable, messages.joined(separator: ", "))
  }

  /// Runs Reserve; the outcome when a plugin refuses, after the others have given back.
  private func reserve(on node: NodeID, in cluster: inout ClusterState) -> PodOutcome? {
    let plugins = podClass.profile.reservers
    for (index, plugin) in plugins.enumerated() {
      do {
        try plugin.reserve(pod, on: node, in: &cluster)
      } catch {
        for earlier in plugins[...index].reversed() {
          earlier.unreserve(pod, on: node, in: &cluster)
        }
        return refusal(error, by: plugin.name)
      }
    }
    return nil
  }

  private func refusal(_ rejection: Rejection, by plugin: PluginName) -> PodOutcome {
    guard rejection.code != .error else {
      let text = "running Reserve plugin \"\(plugin)\": \(rejection.message)"
      return PodOutcome(pod, .error, message: text)
    }
    var diagnosis = Diagnosis(nodes: 1)
    diagnosis.rejections = [rejection.by(plugin)]
    let text = FitError(nodeCount: 1, diagnosis).description
    return PodOutcome(pod, .unschedulable, message: text)
  }
}
