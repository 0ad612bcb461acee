import KubernetesModel
import Provenance

extension HypotheticalChange {
  /// Makes the change in copies of a pod and its cluster.
  func apply(to pod: inout Pod, _ cluster: inout ClusterState) {
    switch self {
    case .request(let amount): pod.request(amount)
    case .toleration(let taint): pod.tolerate(taint)
    case .labelDemandRemoved(let demand): pod.change(demand, to: nil)
    case .labelDemandChanged(let demand, let value): pod.change(demand, to: value)
    case .termRemoved(let term): pod.drop(term)
    case .claimMet(let claim): pod.forgetClaim(claim.name)
    case .gatesRemoved: pod.spec.schedulingGates = []
    default: apply(to: &cluster)
    }
  }

  private func apply(to cluster: inout ClusterState) {
    switch self {
    case .nodeUncordoned(let node):
      if let node = cluster.nodes.id(of: node.name) { cluster.uncordon(node) }
    case .taintLifted(let taint, let node):
      if let node = cluster.nodes.id(of: node.name) {
        cluster.removeTaint(taint.description, from: node)
      }
    case .podRemoved(let pod): cluster.removePod("\(pod.namespace)/\(pod.name)")
    case .nodesAdded(let count, let like):
      guard let model = cluster.nodes.id(of: like.name) else { return }
      cluster.append(count, nodesLike: model)
    default: break
    }
  }

  /// How natural the change is; the smallest comes first.
  var rank: Int {
    switch self {
    case .gatesRemoved: 0
    case .claimMet: 1
    case .labelDemandChanged: 2
    case .labelDemandRemoved: 3
    case .request: 4
    case .termRemoved: 5
    case .nodeUncordoned: 6
    case .taintLifted: 7
    case .podRemoved: 8
    case .toleration(let taint): taint.key.hasPrefix("node-role.kubernetes.io/") ? 10 : 9
    case .nodesAdded: 11
    }
  }

  /// The field to change.
  func evidence(for pod: PodInfo) -> FieldReference? {
    switch self {
    case .request(let amount):
      FieldReference(pod.reference, pod.pod.fieldOfLargestRequest(of: amount.resource))
    case .toleration: FieldReference(pod.reference, "spec.tolerations")
    case .labelDemandRemoved(let demand), .labelDemandChanged(let demand, _):
      FieldReference(pod.reference, demand.field)
    case .termRemoved(let term): FieldReference(pod.reference, term.field)
    case .claimMet(let claim): FieldReference(claim)
    case .gatesRemoved: FieldReference(pod.reference, "spec.schedulingGates")
    case .nodeUncordoned(let node): FieldReference(node, "spec.unschedulable")
    case .taintLifted(_, let node): FieldReference(node, "spec.taints")
    case .podRemoved(let other): FieldReference(other)
    case .nodesAdded: nil
    }
  }
}

extension LabelDemand {
  /// Where the demand stands in the pod.
  var field: String {
    switch source {
    case .nodeSelector:
      "spec.nodeSelector" + (key.contains { "./[]".contains($0) } ? "[\(key)]" : ".\(key)")
    case .term(let index):
      "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution"
        + ".nodeSelectorTerms[\(index)]"
    case .configuration: ""
    }
  }
}
