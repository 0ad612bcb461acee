import KubernetesModel
import Provenance

/// A claim for one node at a time that a pod of the cluster uses already.
struct HeldClaim: Sendable {
  var claim: String
  /// The path of the volume in the pod.
  var field: String
  var pod: String
  var node: String
}

extension ReviewCluster {
  /// The claims that pods of a template would use and that pods of others use on a node.
  ///
  /// Only those whose volume has to be attached, and where there is another node to land on.
  func heldClaims(of pod: ManifestPod) -> [HeldClaim] {
    guard snapshot.nodes.count > 1, !pod.pod.spec.isKeptNearOthers else { return [] }
    return pod.pod.spec.volumes.enumerated().compactMap { index, volume in
      guard let name = volume.persistentVolumeClaim?.claimName,
        isForOneNode(name, in: pod.namespace),
        let holder = holder(of: name, besides: pod)
      else { return nil }
      return HeldClaim(
        claim: name, field: "spec.volumes[\(index)].persistentVolumeClaim.claimName",
        pod: holder.metadata.name, node: holder.spec.nodeName)
    }
  }

  private func isForOneNode(_ name: String, in namespace: String) -> Bool {
    guard let claim = snapshot.persistentVolumeClaims.named(name, in: namespace),
      claim.spec.accessModes == ["ReadWriteOnce"],
      let volume = snapshot.persistentVolumes.named(claim.spec.volumeName),
      let driver = volume.spec.csi?.driver
    else { return false }
    return snapshot.csiDrivers.named(driver)?.spec.attachRequired ?? false
  }

  private func holder(of claim: String, besides pod: ManifestPod) -> Pod? {
    let workload = pod.workload.reference
    return snapshot.pods.first { other in
      other.metadata.namespace == pod.namespace && !other.spec.nodeName.isEmpty
        && !other.isTerminal && other.metadata.deletionTimestamp == nil
        && other.spec.volumes.contains { $0.persistentVolumeClaim?.claimName == claim }
        && !belongs(other, to: workload)
    }
  }

  /// Whether a pod is a workload's, or is the workload; the sets between are called after it.
  private func belongs(_ pod: Pod, to workload: ObjectReference) -> Bool {
    if workload.kind == Pod.kind { return pod.metadata.name == workload.name }
    return pod.metadata.ownerReferences.contains { owner in
      owner.kind == workload.kind && owner.name == workload.name
        || owner.name.hasPrefix("\(workload.name)-")
    }
  }
}

extension PodSpec {
  /// Whether a pod goes where somebody has chosen for it, which may well be the node of another.
  fileprivate var isKeptNearOthers: Bool {
    let terms = affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
    return !nodeName.isEmpty || nodeSelector["kubernetes.io/hostname"] != nil || !terms.isEmpty
  }
}
