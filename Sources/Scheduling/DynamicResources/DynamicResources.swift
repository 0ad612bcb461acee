package import KubernetesModel

/// Keeps a pod off nodes where its resource claims cannot have devices, and takes them where it goes.
package struct DynamicResources: PreEnqueuePlugin, FilterPlugin {
  /// `DynamicResourcesArgs`.
  package struct Arguments: Sendable {
    /// How long a driver may take to make allocated devices ready.
    package var bindingTimeout = GoDuration(seconds: 600)

    package init() {}
  }

  package static let name: PluginName = "DynamicResources"
  package var name: PluginName { Self.name }
  let arguments: Arguments

  package init(_ arguments: Arguments) { self.arguments = arguments }

  package func gate(_ pod: PodInfo, in cluster: ClusterState) -> Rejection? {
    guard !pod.pod.spec.resourceClaims.isEmpty else { return nil }
    do {
      _ = try PodDeviceClaims.claims(of: pod.pod, in: cluster.devices)
      return nil
    } catch {
      return .unresolvable(error.text)
    }
  }

  package func prepare(
    _ pod: PodInfo, in cluster: ClusterState
  ) throws(Rejection) -> FilterPreparation {
    let claims = try Self.claims(of: pod, in: cluster)
    guard !claims.isEmpty else { return .skip }
    for claim in claims.all where claim.status.allocation == nil {
      guard !cluster.devices.hasPendingAllocation(claim) else {
        throw .unresolvable(
          "resource claim \(claim.fullName) is in the process of being allocated")
      }
      if claim != claims.extended { try requireClasses(of: claim, in: cluster.devices.inventory) }
    }
    return .filter(DeviceFilter(pod: pod, claims: claims, arguments: arguments))
  }

  /// The pod's claims; one that cannot be used turns the pod away.
  static func claims(
    of pod: PodInfo, in cluster: ClusterState
  ) throws(Rejection) -> PodDeviceClaims {
    do {
      return PodDeviceClaims(
        claims: try PodDeviceClaims.claims(of: pod.pod, in: cluster.devices),
        extended: ExtendedResourceClaim.claim(for: pod, in: cluster))
    } catch {
      throw .unresolvable(error.text)
    }
  }

  private func requireClasses(
    of claim: ResourceClaim, in inventory: DeviceInventory
  ) throws(Rejection) {
    for request in claim.spec.devices.requests {
      let asked = request.alternatives
      guard !asked.isEmpty else {
        throw .unresolvable(
          "resource claim \(claim.fullName), request \(request.name): unknown request type")
      }
      for alternative in asked {
        let (name, className) = (alternative.name.full, alternative.deviceClassName)
        guard !className.isEmpty else {
          throw .error("request \(name): unsupported request type")
        }
        guard inventory.classes[className] != nil else {
          throw .unresolvable("request \(name): device class \(className) does not exist")
        }
      }
    }
  }
}

/// What DynamicResources knows about one pod.
struct DeviceFilter: NodeFilter {
  private static let unavailable = Rejection.unresolvable(unavailableReason)
  private static let unallocatable = Rejection.unresolvable("cannot allocate all claims")
  static let unavailableReason = "resourceclaim not available on the node"

  let pod: PodInfo
  let claims: PodDeviceClaims
  let arguments: DynamicResources.Arguments

  var scope: VerdictScope { .cluster }

  func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection? {
    do {
      guard try isConcerned(with: node, in: cluster) else { return nil }
      if !claims.toAllocate.isEmpty, try allocations(on: node, in: cluster) == nil {
        return Self.unallocatable
      }
      return unavailableClaims(on: node, in: cluster).isEmpty ? nil : Self.unavailable
    } catch {
      return error
    }
  }

  /// A failure ends the attempt, so no other node is searched after it.
  func reject(_ candidates: inout Candidates, in cluster: ClusterState) {
    for index in candidates.indices where candidates.remains(index) {
      guard let rejection = rejection(on: NodeID(index: index), in: cluster) else { continue }
      candidates.reject(index, rejection)
      if rejection.code == .error { return }
    }
  }

  /// False when the node's device plugins serve all that the pod asks for.
  private func isConcerned(
    with node: NodeID, in cluster: ClusterState
  ) throws(Rejection) -> Bool {
    guard let extended = claims.extended else { return true }
    return try nodeClaim(extended, on: node, in: cluster) != nil || !claims.claims.isEmpty
  }

  private func nodeClaim(
    _ extended: ResourceClaim, on node: NodeID, in cluster: ClusterState
  ) throws(Rejection) -> ResourceClaim? {
    try ExtendedResourceClaim.claim(
      extended, besides: claims.claims, of: pod, on: node, in: cluster)
  }

  /// What each claim without devices would get, nil when the node cannot serve them all.
  func allocations(
    on node: NodeID, in cluster: ClusterState
  ) throws(Rejection) -> [(claim: ResourceClaim, allocation: DeviceAllocation)]? {
    var wanted: [ResourceClaim] = []
    for claim in claims.toAllocate {
      guard claim == claims.extended else {
        wanted.append(claim)
        continue
      }
      wanted.append(try nodeClaim(claim, on: node, in: cluster) ?? claim)
    }
    let found: [DeviceAllocation]?
    do {
      found = try DeviceSearch.allocations(
        for: wanted, on: DeviceNode(cluster.nodes.objects[node.index]),
        from: cluster.devices.inventory, allocated: cluster.devices.allocated)
    } catch {
      switch error {
      case .onNode(let text): throw .unresolvable(text)
      case .fatal(let text): throw .error(text)
      }
    }
    return found.map { Array(zip(wanted, $0)) }
  }

  /// The allocated claims whose devices the node cannot reach, or that will not become ready.
  func unavailableClaims(on node: NodeID, in cluster: ClusterState) -> [ResourceClaim] {
    let object = cluster.nodes.objects[node.index]
    return claims.all.filter { claim in
      guard let allocation = claim.status.allocation else { return false }
      let reaches =
        allocation.nodeSelector?
        .selects(labels: object.metadata.labels, name: object.metadata.name) ?? true
      return !reaches || isStuck(claim, in: cluster)
    }
  }

  /// Whether the driver gave the claim's devices up, or has had its time to make them ready.
  private func isStuck(_ claim: ResourceClaim, in cluster: ClusterState) -> Bool {
    switch claim.readiness {
    case .ready: return false
    case .failed: return true
    case .pending:
      guard let start = claim.status.allocation?.allocationTimestamp,
        let now = cluster.snapshot.newestTimestamp
      else { return false }
      return now.seconds &- start.seconds > arguments.bindingTimeout.seconds
    }
  }
}
