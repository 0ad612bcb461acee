import KubernetesModel

/// Tries on each node which pods would have to go.
struct PreemptionDryRun {
  private let pod: PodInfo
  private let filters: [PreparedFilter]
  private var cluster: ClusterState
  private let budgets: [DisruptionBudget]
  private(set) var candidates: [PreemptionCandidate] = []
  /// Why a node is no candidate.
  private(set) var rejections: [(NodeID, Rejection)] = []
  private(set) var failure: String?

  init(for pod: PodInfo, filters: [PreparedFilter], in cluster: ClusterState) {
    self.pod = pod
    self.filters = filters
    self.cluster = cluster
    budgets = cluster.snapshot.podDisruptionBudgets.map {
      DisruptionBudget($0, symbols: cluster.symbols)
    }
  }

  /// Looks at `nodes` in their order until it has `count` candidates, one of which breaks no
  /// disruption budget.
  mutating func run(on nodes: [NodeID], atMost count: Int) {
    var violating: [PreemptionCandidate] = []
    for node in nodes {
      let usage = cluster.nodes.usage(of: node)
      var trial = FilterTrial(of: pod, filters: filters, on: node, in: cluster)
      switch selectVictims(on: node, in: &trial) {
      case .failure(let rejection):
        rejections.append((node, rejection))
        if rejection.code == .error && failure == nil { failure = rejection.message }
      case .success(let candidate) where candidate.brokenBudgets > 0:
        violating.append(candidate)
      case .success(let candidate): candidates.append(candidate)
      }
      cluster.nodes.restore(usage, of: node)
      if !candidates.isEmpty && candidates.count + violating.count >= count { break }
    }
    candidates += violating
  }

  private mutating func selectVictims(
    on node: NodeID, in trial: inout FilterTrial
  ) -> Result<PreemptionCandidate, Rejection> {
    var potential = cluster.nodes.pods[node.index].filter { $0.priority < pod.priority }
    for victim in potential { trial.remove(victim, in: &cluster) }
    if potential.isEmpty {
      return .failure(.unresolvable("No preemption victims found for incoming pod"))
    }
    if let rejection = trial.rejection(in: &cluster) { return .failure(rejection) }
    potential.sortByImportance()
    let (violating, others) = potential.divided(by: budgets)
    var victims: [PodInfo] = []
    for victim in violating where !reprieve(victim, in: &trial) { victims.append(victim) }
    let broken = victims.count
    for victim in others where !reprieve(victim, in: &trial) { victims.append(victim) }
    if !violating.isEmpty && !others.isEmpty { victims.sortByImportance() }
    guard !victims.isEmpty else {
      let name = cluster.nodes.name(of: node)
      return .failure(.error("expected at least one victim pod on node \"\(name)\""))
    }
    return .success(
      PreemptionCandidate(node: node, victims: victims, brokenBudgets: broken))
  }

  /// Whether the pod fits although `victim` stays.
  private mutating func reprieve(_ victim: PodInfo, in trial: inout FilterTrial) -> Bool {
    trial.add(victim, in: &cluster)
    if trial.rejection(in: &cluster) == nil { return true }
    trial.remove(victim, in: &cluster)
    return false
  }
}

/// How many more pods of a selector may be down.
struct DisruptionBudget {
  var namespace: String
  var selector: SymbolMatcher
  var allowed: Int64
  /// Pods whose eviction is counted already.
  var disrupted: Set<String>

  init(_ budget: PodDisruptionBudget, symbols: SymbolTable) {
    namespace = budget.metadata.namespace
    selector = SymbolMatcher(budget.spec.selector, symbol: symbols.find)
    allowed = Int64(budget.status.disruptionsAllowed)
    disrupted = Set(budget.status.disruptedPods.keys)
  }

  func covers(_ pod: PodInfo) -> Bool {
    namespace == pod.pod.metadata.namespace && !selector.isEmpty
      && selector.matches(pod.labels) && !disrupted.contains(pod.name)
  }
}

extension [PodInfo] {
  /// Those whose deletion would break a budget, and the others, each in this order.
  fileprivate func divided(
    by budgets: [DisruptionBudget]
  ) -> (violating: [PodInfo], others: [PodInfo]) {
    var budgets = budgets
    var violating: [PodInfo] = []
    var others: [PodInfo] = []
    for pod in self {
      var isViolated = false
      for index in budgets.indices where !pod.labels.pairs.isEmpty && budgets[index].covers(pod) {
        budgets[index].allowed -= 1
        if budgets[index].allowed < 0 { isViolated = true }
      }
      if isViolated { violating.append(pod) } else { others.append(pod) }
    }
    return (violating, others)
  }

  /// By descending importance: priority, then the longer time of running.
  fileprivate mutating func sortByImportance() {
    // kube-scheduler's sort leaves short lists that tie as an insertion sort does.
    for index in indices.dropFirst() {
      var place = index
      while place > 0 && self[place].isMoreImportant(than: self[place - 1]) {
        swapAt(place, place - 1)
        place -= 1
      }
    }
  }
}

extension PodInfo {
  /// A pod that has not started counts as starting now, later than whatever it is compared with
  /// next.
  fileprivate func isMoreImportant(than other: PodInfo) -> Bool {
    if priority != other.priority { return priority > other.priority }
    switch (pod.status.startTime, other.pod.status.startTime) {
    case (let start?, let otherStart?): return start < otherStart
    case (.some, nil), (nil, nil): return true
    case (nil, .some): return false
    }
  }
}
