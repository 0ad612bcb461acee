/// The filters of one what-if on one node, which follow the pods that are taken off and put back.
struct FilterTrial {
  private var filters: [PreparedFilter]
  private let node: NodeID
  /// Pods that were promised room on the node and come before the pod.
  private let nominated: [PodInfo]

  init(of pod: PodInfo, filters: [PreparedFilter], on node: NodeID, in cluster: ClusterState) {
    self.filters = filters
    self.node = node
    nominated = cluster.nominatedPods.compactMap { placed in
      placed.node == node && placed.pod.priority >= pod.priority && placed.pod != pod
        ? placed.pod : nil
    }
  }

  var hasNominatedPods: Bool { !nominated.isEmpty }

  mutating func remove(_ other: PodInfo, in cluster: inout ClusterState) {
    _ = cluster.nodes.remove(other, from: node)
    for index in filters.indices {
      filters[index].filter.podRemoved(other, from: node, in: cluster)
    }
  }

  mutating func add(_ other: PodInfo, in cluster: inout ClusterState) {
    cluster.nodes.add(other, to: node)
    for index in filters.indices {
      filters[index].filter.podAdded(other, to: node, in: cluster)
    }
  }

  /// Why the pod does not fit: it must fit beside the pods that were promised room, and also
  /// should those not come.
  func rejection(in cluster: inout ClusterState) -> Rejection? {
    if !nominated.isEmpty {
      let usage = cluster.nodes.usage(of: node)
      var crowded = self
      for pod in nominated { crowded.add(pod, in: &cluster) }
      let rejection = crowded.plainRejection(in: cluster)
      cluster.nodes.restore(usage, of: node)
      if let rejection { return rejection }
    }
    return plainRejection(in: cluster)
  }

  private func plainRejection(in cluster: ClusterState) -> Rejection? {
    for prepared in filters {
      guard let rejection = prepared.filter.rejection(on: node, in: cluster) else { continue }
      guard rejection.code == .error else { return rejection.by(prepared.plugin) }
      let text = "running \"\(prepared.plugin)\" filter plugin: \(rejection.message)"
      return Rejection(.error, [text], by: prepared.plugin)
    }
    return nil
  }
}
