import KubernetesModel

/// Keeps a pod off nodes that have less left than it requests, and ranks nodes by what is left.
package struct NodeResourcesFit: FilterPlugin, ScorePlugin {
  /// `NodeResourcesFitArgs`.
  package struct Arguments: Sendable {
    /// Extended resources that the filter does not look at.
    package var ignoredResources: Set<String> = []
    /// Prefixes of extended resources that the filter does not look at.
    package var ignoredResourceGroups: Set<String> = []
    package var scoringStrategy = ScoringStrategy()

    package init() {}
  }

  package let name: PluginName = "NodeResourcesFit"
  private let arguments: Arguments

  package init(_ arguments: Arguments) { self.arguments = arguments }

  package func prepare(_ pod: PodInfo, in cluster: ClusterState) -> FilterPreparation {
    let scalars = pod.incomingRequests.scalars.amounts.filter { $0.value != 0 }
    let named = scalars.map { NamedAmount(amount: $0, text: cluster.symbols.text(of: $0.resource)) }
    let wanted = named.filter { !isIgnored($0.text) }
    return .filter(
      FitFilter(
        requests: pod.incomingRequests,
        scalars: wanted.map { named in
          FitFilter.Scalar(
            amount: named.amount, reason: "Insufficient \(named.text)",
            isBackedByDevices: isBackedByDevices(named.text, in: cluster))
        }))
  }

  private struct NamedAmount {
    var amount: ScalarResources.Amount
    var text: String
  }

  private func isIgnored(_ resource: String) -> Bool {
    guard ResourceName.isExtended(resource) else { return false }
    let group = resource.split(separator: "/", omittingEmptySubsequences: false).first ?? ""
    return arguments.ignoredResources.contains(resource)
      || arguments.ignoredResourceGroups.contains(String(group))
  }

  /// Whether a device class stands for the resource: nodes without it may offer devices.
  private func isBackedByDevices(_ resource: String, in cluster: ClusterState) -> Bool {
    cluster.devices.inventory.className(forResource: resource) != nil
  }

  package func prepareScore(
    _ pod: PodInfo, on feasible: [NodeID], filters: [PreparedFilter], in cluster: ClusterState
  ) -> (any NodeScorer)? {
    let strategy = arguments.scoringStrategy
    return FitScorer(
      kind: strategy.kind,
      resources: strategy.resources.map {
        ScoredResource($0, of: pod, countsDefaults: true, symbols: cluster.symbols)
      })
  }
}

private struct FitFilter: NodeFilter {
  struct Scalar: Sendable {
    var amount: ScalarResources.Amount
    var reason: String
    var isBackedByDevices: Bool
  }

  var requests: PodResources
  var scalars: [Scalar]

  func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection? {
    let nodes = cluster.nodes
    let index = node.index
    if fits(index, nodes) { return nil }
    return refusal(index, nodes)
  }

  /// The common case, without building texts.
  private func fits(_ index: Int, _ nodes: NodeTable) -> Bool {
    guard Int64(nodes.pods[index].count) < nodes.allowedPods[index] else { return false }
    guard
      requests.milliCPU <= 0
        || requests.milliCPU <= nodes.allocatableMilliCPU[index] &- nodes.requestedMilliCPU[index]
    else { return false }
    guard
      requests.memory <= 0
        || requests.memory <= nodes.allocatableMemory[index] &- nodes.requestedMemory[index]
    else { return false }
    return requests.ephemeralStorage <= 0 && scalars.isEmpty
  }

  private func refusal(_ index: Int, _ nodes: NodeTable) -> Rejection? {
    var refusal = Shortfall()
    if Int64(nodes.pods[index].count) >= nodes.allowedPods[index] {
      refusal.reasons.append("Too many pods")
    }
    refusal.compare(
      requests.milliCPU, with: nodes.allocatableMilliCPU[index],
      used: nodes.requestedMilliCPU[index], reason: "Insufficient cpu")
    refusal.compare(
      requests.memory, with: nodes.allocatableMemory[index],
      used: nodes.requestedMemory[index], reason: "Insufficient memory")
    refusal.compare(
      requests.ephemeralStorage, with: nodes.allocatableEphemeralStorage[index],
      used: nodes.requestedEphemeralStorage[index], reason: "Insufficient ephemeral-storage")
    for scalar in scalars {
      let resource = scalar.amount.resource
      let allocatable = nodes.allocatableScalars[index]
      if scalar.isBackedByDevices && allocatable[resource] <= 0 { continue }
      refusal.compare(
        scalar.amount.value, with: allocatable[resource],
        used: nodes.requestedScalars[index][resource], reason: scalar.reason)
    }
    return refusal.rejection
  }
}

/// Collects what a node has too little of.
private struct Shortfall {
  var reasons: [String] = []
  private var code = Rejection.Code.unschedulable

  /// A request that exceeds the whole node cannot be met by evicting pods.
  mutating func compare(_ request: Int64, with allocatable: Int64, used: Int64, reason: String) {
    guard request > 0, request > allocatable &- used else { return }
    reasons.append(reason)
    if request > allocatable { code = .unresolvable }
  }

  var rejection: Rejection? { reasons.isEmpty ? nil : Rejection(code, reasons) }
}
