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
