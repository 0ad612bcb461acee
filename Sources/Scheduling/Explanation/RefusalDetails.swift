import KubernetesModel
import Provenance

/// Finds what stands behind a plugin's refusal: the numbers, the taint, the pod, the volume.
struct RefusalDetails: Sendable {
  let pod: PodInfo
  let cluster: ClusterState
  let affinity: AffinityDetails
  let spread: SpreadDetails

  init(of pod: PodInfo, in cluster: ClusterState) {
    self.pod = pod
    self.cluster = cluster
    affinity = AffinityDetails(of: pod, in: cluster)
    spread = SpreadDetails(of: pod, in: cluster)
  }

  /// What `plugin` stumbled over on a node.
  func details(
    of rejection: Rejection, by plugin: PluginName, on node: NodeID
  ) -> [RefusalDetail] {
    let found: [RefusalDetail] =
      switch plugin {
      case "NodeUnschedulable": [cordon(on: node)]
      case "NodeName": [nodeName(on: node)]
      case "TaintToleration": taints(on: node)
      case "NodeAffinity": labels(on: node, rejection)
      case "NodePorts": hostPorts(on: node)
      case "NodeResourcesFit": shortages(on: node, rejection)
      case "InterPodAffinity": affinity.details(on: node)
      case "PodTopologySpread": spread.details(on: node)
      case "NodeDeclaredFeatures": []
      case "DynamicResources": [devices(says: rejection.message)]
      default: volumes(by: plugin, rejection, on: node)
      }
    return found.isEmpty ? [unknown(rejection)] : found
  }

  /// What `plugin` stumbled over before it looked at any node.
  func details(ofPodRefusal rejection: Rejection, by plugin: PluginName) -> [RefusalDetail] {
    switch plugin {
    case "DynamicResources": [devices(says: rejection.message)]
    case "VolumeRestrictions", "NodeVolumeLimits", "VolumeBinding", "VolumeZone":
      claims(named: rejection)
    case "NodeAffinity":
      [
        RefusalDetail(
          .other, says: rejection.message,
          evidence: [FieldReference(pod.reference, "spec.affinity.nodeAffinity")])
      ]
    default: [unknown(rejection)]
    }
  }

  private func unknown(_ rejection: Rejection) -> RefusalDetail {
    RefusalDetail(.other, says: rejection.message, evidence: [FieldReference(pod.reference)])
  }

  private func cordon(on node: NodeID) -> RefusalDetail {
    RefusalDetail(
      .cordon, says: "cordoned",
      evidence: [FieldReference(cluster.nodes.reference(of: node), "spec.unschedulable")])
  }

  private func nodeName(on node: NodeID) -> RefusalDetail {
    let wanted = pod.pod.spec.nodeName
    return RefusalDetail(
      .nodeName(wanted), says: "the pod asks for node \(wanted)",
      evidence: [FieldReference(pod.reference, "spec.nodeName")])
  }

  private func taints(on node: NodeID) -> [RefusalDetail] {
    let tolerations = pod.pod.spec.tolerations
    return cluster.nodes.taints[node.index].enumerated().compactMap { index, taint in
      guard taint.repels, !tolerations.tolerate(taint) else { return nil }
      return RefusalDetail(
        .taint(taint), says: "untolerated taint \(taint.description)",
        evidence: [
          FieldReference(cluster.nodes.reference(of: node), "spec.taints[\(index)]"),
          FieldReference(pod.reference, "spec.tolerations"),
        ])
    }
  }

  private func devices(says: String) -> RefusalDetail {
    let claims = pod.pod.spec.resourceClaims.map { claim in
      let made = pod.pod.status.resourceClaimStatuses.first { $0.name == claim.name }
      let name = claim.resourceClaimName ?? made?.resourceClaimName ?? claim.name
      return ObjectReference(
        kind: "ResourceClaim", namespace: pod.pod.metadata.namespace, name: name)
    }
    return RefusalDetail(
      .devices(claims), says: says,
      evidence: claims.map { FieldReference($0, "spec.devices.requests") }
        + [FieldReference(pod.reference, "spec.resourceClaims")])
  }
}
