import KubernetesModel

/// A topology spread constraint over symbols.
struct SpreadConstraint: Sendable {
  var maxSkew: Int64
  var key: Symbol
  var isHostname: Bool
  var selector: SymbolMatcher
  var minDomains: Int64
  var honorsNodeAffinity: Bool
  var honorsNodeTaints: Bool

  init(_ constraint: TopologySpreadConstraint, of labels: LabelSet, symbols: SymbolTable) {
    maxSkew = Int64(constraint.maxSkew)
    key = symbols.find(constraint.topologyKey)
    isHostname = constraint.topologyKey == "kubernetes.io/hostname"
    var matcher = SymbolMatcher(constraint.labelSelector, symbol: symbols.find)
    for name in constraint.matchLabelKeys {
      let key = symbols.find(name)
      guard let value = labels[key] else { continue }
      matcher = matcher.narrowed(key: key, to: .isIn, value: value)
    }
    selector = matcher
    minDomains = Int64(constraint.minDomains ?? 1)
    honorsNodeAffinity = (constraint.nodeAffinityPolicy ?? "Honor") == "Honor"
    honorsNodeTaints = (constraint.nodeTaintsPolicy ?? "Ignore") == "Honor"
  }

  /// Whether `other` is one of the pods to spread; a selector that asks for nothing counts none.
  func counts(_ other: PodInfo, for pod: PodInfo) -> Bool {
    !selector.isEmpty && !other.isTerminating && other.namespace == pod.namespace
      && selector.matches(other.labels)
  }

  /// Visits the node of each pod that counts.
  func forEachPod(of pod: PodInfo, in cluster: ClusterState, _ body: (NodeID) -> Void) {
    if selector.isEmpty { return }
    cluster.forEachPod(selectedBy: selector) { other in
      if !other.pod.isTerminating && other.pod.namespace == pod.namespace { body(other.node) }
    }
  }
}

/// The constraints of one pod for one action, and which nodes count for them.
struct SpreadGeometry: Sendable {
  let pod: PodInfo
  let constraints: [SpreadConstraint]
  let topologies: [Topology]
  /// Whether a node must bear all keys to count at all.
  let requiresAllKeys: Bool
  /// Per constraint and node: whether its pods count.
  private(set) var isCounted: [[Bool]] = []
  /// Per node: whether it bears the keys of all constraints.
  private(set) var hasAllKeys: [Bool] = []

  init(
    _ constraints: [SpreadConstraint], of pod: PodInfo, requiresAllKeys: Bool,
    in cluster: ClusterState
  ) {
    self.pod = pod
    self.constraints = constraints
    self.requiresAllKeys = requiresAllKeys
    topologies = constraints.map { cluster.topology(of: $0.key) }
    let required = RequiredNodeAffinity(pod.pod.spec)
    let isFree = required.labels == nil && required.selector == nil
    hasAllKeys = cluster.nodes.names.indices.map { node in
      topologies.allSatisfy { $0.domains[node] >= 0 }
    }
    let matches = cluster.nodes.ids.map { isFree || required.matches($0, in: cluster.nodes) }
    isCounted = constraints.map { constraint in
      cluster.nodes.names.indices.map { node in
        guard hasAllKeys[node] || !requiresAllKeys else { return false }
        if constraint.honorsNodeAffinity && !matches[node] { return false }
        return !constraint.honorsNodeTaints
          || !pod.pod.spec.tolerations.leaveUntolerated(among: cluster.nodes.taints[node])
      }
    }
  }
}
