import KubernetesModel

/// Finds volumes for a pod's claims on one node: bound ones, matching ones, or a way to provision them.
struct VolumeBinder {
  let state: VolumeState

  /// What is to be done for a pod's claims on a node.
  struct Decision {
    var bindings: [(claim: PersistentVolumeClaim, volume: PersistentVolume)] = []
    var provisions: [PersistentVolumeClaim] = []
    /// kube-scheduler's reasons against the node, in its order.
    var conflicts: [Conflict] = []
  }

  /// Why a node does not do.
  enum Conflict: String {
    case node = "node(s) didn't match PersistentVolume's node affinity"
    case binding = "node(s) didn't find available persistent volumes to bind"
    case space = "node(s) did not have enough free storage"
    case missingVolume = "node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)"
  }

  /// Decides about `claims` on `node`.
  func decide(_ claims: PodVolumeClaims, on node: Node) throws(Rejection) -> Decision {
    var decision = Decision()
    if let conflict = conflict(ofBound: claims.bound, on: node) {
      decision.conflicts.append(conflict)
    }
    guard !claims.unbound.isEmpty else { return decision }
    var toMatch: [PersistentVolumeClaim] = []
    for claim in claims.unbound {
      switch state.chosenNode(for: claim) {
      case nil: toMatch.append(claim)
      case node.metadata.name?: decision.provisions.append(claim)
      case _?:
        decision.conflicts.append(.binding)
        decision.provisions = []
        return decision
      }
    }
    let toProvision = decision.provisions + match(toMatch, on: node, &decision)
    try provision(toProvision, on: node, &decision)
    return decision
  }

  /// The first bound volume that is gone or cannot be reached from the node.
  private func conflict(ofBound claims: [PersistentVolumeClaim], on node: Node) -> Conflict? {
    for claim in claims {
      guard let volume = state.volumes[claim.spec.volumeName] else { return .missingVolume }
      let affinity = volume.nodeAffinity(seenFrom: state.csiNodes[node.metadata.name])
      guard affinity?.selects(labels: node.metadata.labels, name: "") ?? true else { return .node }
    }
    return nil
  }

  /// Binds what can be bound, smallest request first, and gives back the rest.
  private func match(
    _ claims: [PersistentVolumeClaim], on node: Node, _ decision: inout Decision
  ) -> [PersistentVolumeClaim] {
    var rest: [PersistentVolumeClaim] = []
    var chosen: Set<String> = []
    let sorted = claims.enumerated().sorted {
      let order = ($0.element.requestedStorage, $1.element.requestedStorage)
      return order.0 == order.1 ? $0.offset < $1.offset : order.0 < order.1
    }
    for (_, claim) in sorted {
      guard let volume = matchingVolume(for: claim, on: node, except: chosen) else {
        rest.append(claim)
        continue
      }
      chosen.insert(volume.metadata.name)
      decision.bindings.append((claim, volume))
    }
    return rest
  }

  /// The volume that is meant for the claim already, else the smallest that suits it.
  private func matchingVolume(
    for claim: PersistentVolumeClaim, on node: Node, except chosen: Set<String>
  ) -> PersistentVolume? {
    var smallest: PersistentVolume?
    for volume in state.volumes(ofClass: claim.className)
    where !chosen.contains(volume.metadata.name) && volume.couldServe(claim) {
      let owner = state.owner(of: volume)
      if let owner, !owner.means(claim) { continue }
      let isReachable = state.isReachable(volume, from: node)
      if owner != nil { return isReachable ? volume : nil }
      guard isReachable, volume.status.phase == "Available", volume.suits(claim) else { continue }
      if smallest.map({ $0.capacity > volume.capacity }) ?? true { smallest = volume }
    }
    return smallest
  }

  /// Adds what can be provisioned for the node, or the conflict that forbids it.
  private func provision(
    _ claims: [PersistentVolumeClaim], on node: Node, _ decision: inout Decision
  ) throws(Rejection) {
    decision.provisions = []
    for claim in claims {
      if let conflict = try conflict(ofProvisioning: claim, on: node) {
        decision.conflicts.append(conflict)
        decision.provisions = []
        return
      }
      decision.provisions.append(claim)
    }
  }

  private func conflict(
    ofProvisioning claim: PersistentVolumeClaim, on node: Node
  ) throws(Rejection) -> Conflict? {
    guard !claim.className.isEmpty else {
      throw .error("no class for claim \"\(claim.metadata.fullName)\"")
    }
    guard let storageClass = state.classes[claim.className] else {
      throw .error("failed to find storage class \"\(claim.className)\"")
    }
    guard !["", "kubernetes.io/no-provisioner"].contains(storageClass.provisioner),
      storageClass.allows(node.metadata.labels)
    else { return .binding }
    return hasSpace(for: claim, of: storageClass, on: node) ? nil : .space
  }

  /// Whether a driver that reports its capacity has enough of it near the node.
  private func hasSpace(
    for claim: PersistentVolumeClaim, of storageClass: StorageClass, on node: Node
  ) -> Bool {
    guard let request = claim.spec.resources.requests["storage"],
      state.csiDrivers[storageClass.provisioner]?.spec.storageCapacity == true
    else { return true }
    return state.capacities.contains { capacity in
      guard capacity.storageClassName == storageClass.metadata.name,
        let limit = capacity.maximumVolumeSize ?? capacity.capacity, limit.value >= request.value
      else { return false }
      return capacity.nodeTopology?.selects(node.metadata.labels) ?? false
    }
  }
}

/// A pod's claims, as far as the scheduler is concerned with them.
struct PodVolumeClaims: Sendable {
  var bound: [PersistentVolumeClaim] = []
  /// Waiting for the scheduler to choose a node.
  var unbound: [PersistentVolumeClaim] = []
  /// To be bound by the volume controller before the pod can go anywhere.
  var hasImmediate = false
}

extension PersistentVolume {
  fileprivate var capacity: Quantity { spec.capacity["storage"] ?? .zero }

  /// Whether it is large enough, of the right mode and class of attributes, and not being deleted.
  fileprivate func couldServe(_ claim: PersistentVolumeClaim) -> Bool {
    capacity >= claim.requestedStorage
      && spec.volumeMode ?? "Filesystem" == claim.spec.volumeMode ?? "Filesystem"
      && spec.volumeAttributesClassName ?? "" == claim.spec.volumeAttributesClassName ?? ""
      && metadata.deletionTimestamp == nil
  }

  /// Whether its labels and access modes are what the claim asks for.
  fileprivate func suits(_ claim: PersistentVolumeClaim) -> Bool {
    (claim.spec.selector?.selects(metadata.labels) ?? true)
      && claim.spec.accessModes.allSatisfy(spec.accessModes.contains)
  }
}

extension StorageClass {
  /// Whether volumes can be provisioned for a node with such labels.
  fileprivate func allows(_ labels: [String: String]) -> Bool {
    allowedTopologies.isEmpty
      || allowedTopologies.contains { term in
        !term.matchLabelExpressions.isEmpty
          && term.matchLabelExpressions.allSatisfy { requirement in
            labels[requirement.key].map(requirement.values.contains) ?? false
          }
      }
  }
}
