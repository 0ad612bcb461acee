package import KubernetesModel

/// Spreads pods evenly over topology domains.
package struct PodTopologySpread: FilterPlugin, ScorePlugin {
  /// `PodTopologySpreadArgs`.
  package struct Arguments: Sendable {
    /// The constraints of pods that have none of their own.
    package var defaultConstraints: [TopologySpreadConstraint] = systemConstraints
    /// Whether the constraints are those that kube-scheduler itself comes with.
    package var isSystemDefaulted = true

    package init() {}

    /// Constraints that a configuration lists (`defaultingType: List`).
    package init(listed constraints: [TopologySpreadConstraint]) {
      defaultConstraints = constraints
      isSystemDefaulted = false
    }
  }

  package let name: PluginName = "PodTopologySpread"
  private let arguments: Arguments

  package init(_ arguments: Arguments) { self.arguments = arguments }

  package func prepare(_ pod: PodInfo, in cluster: ClusterState) -> FilterPreparation {
    let constraints = constraints(of: pod, action: "DoNotSchedule", in: cluster)
    guard !constraints.isEmpty else { return .skip }
    let geometry = SpreadGeometry(constraints, of: pod, requiresAllKeys: true, in: cluster)
    return .filter(SpreadFilter(geometry, in: cluster))
  }

  package func prepareScore(
    _ pod: PodInfo, on feasible: [NodeID], filters: [PreparedFilter], in cluster: ClusterState
  ) -> (any NodeScorer)? {
    let constraints = constraints(of: pod, action: "ScheduleAnyway", in: cluster)
    guard !constraints.isEmpty else { return nil }
    let hasOwn = !pod.pod.spec.topologySpreadConstraints.isEmpty
    let geometry = SpreadGeometry(
      constraints, of: pod, requiresAllKeys: hasOwn || !arguments.isSystemDefaulted, in: cluster)
    return SpreadScorer(geometry, in: cluster)
  }

  private func constraints(
    of pod: PodInfo, action: String, in cluster: ClusterState
  ) -> [SpreadConstraint] {
    let own = pod.pod.spec.topologySpreadConstraints
    let listed = (own.isEmpty ? arguments.defaultConstraints : own)
      .filter { $0.whenUnsatisfiable == action }
    guard !listed.isEmpty else { return [] }
    var constraints = listed.map {
      SpreadConstraint($0, of: pod.labels, symbols: cluster.symbols)
    }
    if !own.isEmpty { return constraints }
    let selector = SymbolMatcher(ofWorkloadsOf: pod, in: cluster)
    if selector.isEmpty { return [] }
    for index in constraints.indices { constraints[index].selector = selector }
    return constraints
  }

  /// kube-scheduler's own: over hosts and zones, softly.
  private static let systemConstraints: [TopologySpreadConstraint] = [
    softConstraint("kubernetes.io/hostname", maxSkew: 3),
    softConstraint("topology.kubernetes.io/zone", maxSkew: 5),
  ]

  private static func softConstraint(_ key: String, maxSkew: Int32) -> TopologySpreadConstraint {
    var constraint = TopologySpreadConstraint()
    constraint.topologyKey = key
    constraint.maxSkew = maxSkew
    constraint.whenUnsatisfiable = "ScheduleAnyway"
    return constraint
  }
}

extension SymbolMatcher {
  /// What selects the pods that belong together with `pod`: its services' selectors and its
  /// controller's.
  fileprivate init(ofWorkloadsOf pod: PodInfo, in cluster: ClusterState) {
    var selector = LabelSelector()
    let namespace = pod.pod.metadata.namespace
    for service in cluster.snapshot.services where service.metadata.namespace == namespace {
      guard !service.spec.selector.isEmpty else { continue }
      let matches = service.spec.selector.allSatisfy { pod.pod.metadata.labels[$0] == $1 }
      if matches { selector.matchLabels.merge(service.spec.selector) { $1 } }
    }
    if let owner = pod.pod.metadata.ownerReferences.first(where: { $0.controller == true }) {
      selector.add(selectorOf: owner, in: namespace, cluster.snapshot)
    }
    self.init(selector, symbol: cluster.symbols.find)
  }
}

extension LabelSelector {
  fileprivate mutating func add(
    selectorOf owner: OwnerReference, in namespace: String, _ snapshot: ClusterSnapshot
  ) {
    switch (owner.apiVersion, owner.kind) {
    case ("v1", "ReplicationController"):
      let controller = snapshot.replicationControllers.first {
        $0.metadata.name == owner.name && $0.metadata.namespace == namespace
      }
      matchLabels.merge(controller?.spec.selector ?? [:]) { $1 }
    case ("apps/v1", "ReplicaSet"):
      add(
        snapshot.replicaSets.first {
          $0.metadata.name == owner.name && $0.metadata.namespace == namespace
        }?.spec.selector)
    case ("apps/v1", "StatefulSet"):
      add(
        snapshot.statefulSets.first {
          $0.metadata.name == owner.name && $0.metadata.namespace == namespace
        }?.spec.selector)
    default: break
    }
  }

  private mutating func add(_ other: LabelSelector?) {
    guard let other else { return }
    matchExpressions += other.matchExpressions
    for (key, value) in other.matchLabels {
      var requirement = LabelSelectorRequirement()
      requirement.key = key
      requirement.operator = "In"
      requirement.values = [value]
      matchExpressions.append(requirement)
    }
  }
}
