import KubernetesModel

/// How the pod's spread constraints stand in each domain.
struct SpreadDetails {
  private let pod: PodInfo
  private let cluster: ClusterState
  private let geometry: SpreadGeometry
  /// Where each constraint stands in the pod's list.
  private let places: [Int]
  private let counts: [[Int64]]
  private let least: [Int64]

  init(of pod: PodInfo, in cluster: ClusterState) {
    self.pod = pod
    self.cluster = cluster
    let listed = pod.pod.spec.topologySpreadConstraints.enumerated()
      .filter { $0.element.whenUnsatisfiable == "DoNotSchedule" }
    places = listed.map(\.offset)
    let constraints = listed.map {
      SpreadConstraint($0.element, of: pod.labels, symbols: cluster.symbols)
    }
    let geometry = SpreadGeometry(constraints, of: pod, requiresAllKeys: true, in: cluster)
    self.geometry = geometry
    var least: [Int64] = []
    counts = constraints.indices.map { index in
      let (sums, fewest) = Self.count(index, geometry, cluster)
      least.append(fewest)
      return sums
    }
    self.least = least
  }

  private static func count(
    _ index: Int, _ geometry: SpreadGeometry, _ cluster: ClusterState
  ) -> (sums: [Int64], least: Int64) {
    let (constraint, topology) = (geometry.constraints[index], geometry.topologies[index])
    var sums = Array(repeating: Int64(0), count: topology.count)
    var isEligible = Array(repeating: false, count: topology.count)
    for node in topology.domains.indices where geometry.isCounted[index][node] {
      isEligible[Int(topology.domains[node])] = true
    }
    constraint.forEachPod(of: geometry.pod, in: cluster) { node in
      guard geometry.isCounted[index][node.index] else { return }
      sums[Int(topology.domains[node.index])] += 1
    }
    let eligible = sums.indices.filter { isEligible[$0] }
    let isShort = Int64(eligible.count) < constraint.minDomains
    return (sums, isShort ? 0 : eligible.map { sums[$0] }.min() ?? 0)
  }

  func details(on node: NodeID) -> [RefusalDetail] {
    geometry.constraints.indices.compactMap { index in
      let constraint = geometry.constraints[index]
      let domain = Int(geometry.topologies[index].domains[node.index])
      let own: Int64 = constraint.selector.matches(pod.labels) ? 1 : 0
      let count = domain < 0 ? 0 : counts[index][domain]
      if domain >= 0, count &+ own &- least[index] <= constraint.maxSkew { return nil }
      let value = cluster.nodes.labels[node.index][constraint.key]
      return detail(
        SpreadCount(
          constraint: places[index],
          topologyKey: pod.pod.spec.topologySpreadConstraints[places[index]].topologyKey,
          domain: value.map(cluster.symbols.text), count: count, least: least[index],
          maxSkew: constraint.maxSkew), on: node)
    }
  }

  private func detail(_ count: SpreadCount, on node: NodeID) -> RefusalDetail {
    let says =
      if let domain = count.domain {
        "\(count.count) of the pods to spread are in \(count.topologyKey)=\(domain), "
          + "the fewest elsewhere \(count.least), maxSkew \(count.maxSkew)"
      } else {
        "the node lacks the label \(count.topologyKey) to spread over"
      }
    let field = "spec.topologySpreadConstraints[\(count.constraint ?? 0)]"
    return RefusalDetail(
      .spread(count), says: says,
      evidence: [
        FieldReference(pod.reference, field),
        FieldReference(cluster.nodes.reference(of: node), "metadata.labels"),
      ])
  }
}
