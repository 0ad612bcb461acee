import KubernetesModel

extension DynamicResources: ReservePlugin {
  package func reserve(
    _ pod: PodInfo, on node: NodeID, in cluster: inout ClusterState
  ) throws(Rejection) {
    let claims = try Self.claims(of: pod, in: cluster)
    guard !claims.toAllocate.isEmpty else { return }
    let filter = DeviceFilter(pod: pod, claims: claims, arguments: arguments)
    guard let allocations = try filter.allocations(on: node, in: cluster) else {
      throw .error("claim allocation not found for node")
    }
    for (claim, allocation) in allocations { cluster.devices.assume(allocation, for: claim) }
  }

  package func unreserve(_ pod: PodInfo, on node: NodeID, in cluster: inout ClusterState) {
    guard let claims = try? Self.claims(of: pod, in: cluster) else { return }
    for claim in claims.toAllocate { cluster.devices.takeBack(claim) }
  }
}

extension DynamicResources: PostFilterPlugin {
  /// An allocated claim that nobody uses is freed, so that devices elsewhere can be tried.
  package func postFilter(
    _ pod: PodInfo, after cycle: FilterOutcome, profile: Profile, in cluster: ClusterState
  ) -> PostFilterResult {
    guard cycle.prepared.contains(name) || cycle.diagnosis.plugins.contains(name) else {
      // PreFilter of another plugin ended the cycle before this one had a state to read.
      return PostFilterResult(.error, "not found")
    }
    let filter = cycle.filters.lazy.compactMap { $0.filter as? DeviceFilter }.first
    guard let filter, !filter.claims.isEmpty else {
      return PostFilterResult(.unschedulable, "no new claims to deallocate")
    }
    let refused = cluster.nodes.ids.filter { node in
      let rejection = cycle.diagnosis.rejections[node.index]
      return rejection?.plugin == name && rejection?.reasons == [DeviceFilter.unavailableReason]
    }
    let unavailable = Set(refused.flatMap { filter.unavailableClaims(on: $0, in: cluster) })
    let isFreed = unavailable.contains { claim in
      let users = claim.status.reservedFor
      return claim != filter.claims.extended
        && (users.isEmpty || users.count == 1 && users[0].uid == pod.uid)
    }
    if isFreed {
      return PostFilterResult(.unschedulable, "deallocation of ResourceClaim completed")
    }
    if let claim = filter.claims.extended,
      claim.metadata.name != ExtendedResourceClaim.nameInMemory
    {
      return PostFilterResult(.unschedulable, "deletion of ResourceClaim completed")
    }
    return PostFilterResult(.unschedulable, "still not schedulable")
  }
}

extension DynamicResources: ScorePlugin {
  package func prepareScore(
    _ pod: PodInfo, on feasible: [NodeID], filters: [PreparedFilter], in cluster: ClusterState
  ) throws(Rejection) -> (any NodeScorer)? {
    let filter = filters.lazy.compactMap { $0.filter as? DeviceFilter }.first
    return DeviceScorer(filter: filter)
  }
}

/// Prefers nodes that serve the alternatives of a request that come first.
struct DeviceScorer: NodeScorer {
  /// The API's limit of alternatives in one request.
  private static let alternativeLimit = 8

  private let filter: DeviceFilter?

  init(filter: DeviceFilter?) {
    let hasAlternatives = filter?.claims.all.contains { claim in
      claim.spec.devices.requests.contains { !$0.firstAvailable.isEmpty }
    }
    self.filter = hasAlternatives == true ? filter : nil
  }

  var scope: VerdictScope { filter == nil ? .node : .cluster }
  var normalization: ScoreNormalization { .byMaximum(reversed: false) }

  func score(_ node: NodeID, in cluster: ClusterState) -> Int64 {
    guard let filter, !filter.claims.toAllocate.isEmpty,
      let allocations = try? filter.allocations(on: node, in: cluster)
    else { return 0 }
    var chosen = allocations.map { ($0.claim, Set($0.allocation.results.map(\.request))) }
    for claim in filter.claims.all {
      guard let allocation = claim.status.allocation else { continue }
      chosen.append((claim, Set(allocation.devices.results.map(\.request))))
    }
    return chosen.reduce(0) { $0 + score($1.0.spec.devices.requests, served: $1.1) }
  }

  private func score(_ requests: [DeviceRequest], served: Set<String>) -> Int64 {
    var score: Int64 = 0
    for request in requests where request.exactly == nil {
      for (index, alternative) in request.firstAvailable.enumerated()
      where served.contains("\(request.name)/\(alternative.name)") {
        score += Int64(Self.alternativeLimit - index)
      }
    }
    return score
  }
}
