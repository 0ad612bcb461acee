import KubernetesModel

/// Keeps a pod off nodes where its claims cannot be bound, and binds them on the chosen node.
///
/// kube-scheduler 1.36 scores nodes by storage capacity only behind a gate that is off by default.
struct VolumeBinding: FilterPlugin, ReservePlugin {
  let name: PluginName = "VolumeBinding"

  func prepare(_ pod: PodInfo, in cluster: ClusterState) throws(Rejection) -> FilterPreparation {
    let references = pod.pod.claimReferences
    guard !references.isEmpty else { return .skip }
    let claims = try claims(references, of: pod.pod, in: cluster.volumes)
    guard !claims.hasImmediate else {
      throw .unresolvable("pod has unbound immediate PersistentVolumeClaims")
    }
    return .filter(Binding(claims: claims))
  }

  func reserve(
    _ pod: PodInfo, on node: NodeID, in cluster: inout ClusterState
  ) throws(Rejection) {
    let references = pod.pod.claimReferences
    guard !references.isEmpty else { return }
    let claims = try claims(references, of: pod.pod, in: cluster.volumes)
    let object = cluster.nodes.objects[node.index]
    let decision = try VolumeBinder(state: cluster.volumes).decide(claims, on: object)
    for (claim, volume) in decision.bindings { cluster.volumes.promise(volume, to: claim) }
    for claim in decision.provisions { cluster.volumes.choose(object.metadata.name, for: claim) }
  }

  func unreserve(_ pod: PodInfo, on node: NodeID, in cluster: inout ClusterState) {
    let references = pod.pod.claimReferences
    guard !references.isEmpty,
      let claims = try? claims(references, of: pod.pod, in: cluster.volumes)
    else { return }
    for claim in claims.unbound {
      cluster.volumes.takeBackChoice(for: claim)
      for volume in cluster.volumes.volumes(ofClass: claim.className)
      where cluster.volumes.promised[volume.metadata.name]?.means(claim) == true {
        cluster.volumes.takeBackPromise(of: volume)
      }
    }
  }

  /// Sorts the claims by who has to bind them; a claim that cannot be used turns the pod away.
  private func claims(
    _ references: [PodClaimReference], of pod: Pod, in state: VolumeState
  ) throws(Rejection) -> PodVolumeClaims {
    var found: [PersistentVolumeClaim] = []
    for reference in references {
      found.append(try claim(reference, of: pod, in: state))
    }
    var claims = PodVolumeClaims()
    for claim in found {
      if claim.isFullyBound {
        claims.bound.append(claim)
      } else if claim.spec.volumeName.isEmpty,
        state.classes[claim.className]?.waitsForFirstConsumer == true
      {
        claims.unbound.append(claim)
      } else {
        claims.hasImmediate = true
      }
    }
    return claims
  }

  private func claim(
    _ reference: PodClaimReference, of pod: Pod, in state: VolumeState
  ) throws(Rejection) -> PersistentVolumeClaim {
    guard let claim = state.claim(reference.name, in: pod.metadata.namespace) else {
      guard reference.isEphemeral else {
        throw .missing("persistentvolumeclaim", reference.name)
      }
      throw .unresolvable(
        "waiting for ephemeral volume controller to create the persistentvolumeclaim "
          + "\"\(reference.name)\"")
    }
    let name = claim.metadata.name
    guard claim.status.phase != "Lost" else {
      throw .unresolvable(
        "persistentvolumeclaim \"\(name)\" bound to non-existent persistentvolume "
          + "\"\(claim.spec.volumeName)\"")
    }
    guard claim.metadata.deletionTimestamp == nil else {
      throw .unresolvable("persistentvolumeclaim \"\(name)\" is being deleted")
    }
    if reference.isEphemeral, let complaint = pod.complaint(aboutOwnerOf: claim) {
      throw .unresolvable(complaint)
    }
    return claim
  }
}

extension VolumeBinding {
  fileprivate struct Binding: NodeFilter {
    let claims: PodVolumeClaims

    /// Bound volumes stay as they are; others depend on what was promised to other pods.
    var scope: VerdictScope { claims.unbound.isEmpty ? .node : .cluster }

    func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection? {
      do {
        let decision = try VolumeBinder(state: cluster.volumes)
          .decide(claims, on: cluster.nodes.objects[node.index])
        guard !decision.conflicts.isEmpty else { return nil }
        return Rejection(.unresolvable, decision.conflicts.map(\.rawValue))
      } catch {
        return error
      }
    }
  }
}
