package import KubernetesModel
package import Provenance

/// A change that would let a pod fit, and where; it was simulated before it is told.
package struct Counterfactual: Hashable, Sendable {
  /// One change, or two where no single one helps.
  package var changes: [HypotheticalChange]
  /// The nodes that would fit, by name.
  package var unlocks: [String]
  /// The fields to change, best first.
  package var evidence: [FieldReference]
}

/// One thing about a pod or its cluster that could be different.
package enum HypotheticalChange: Hashable, Sendable {
  /// The pod's total request for a resource is at most this much.
  case request(ResourceAmount)
  case toleration(Taint)
  /// The pod no longer demands this of its node's labels.
  case labelDemandRemoved(LabelDemand)
  /// The pod demands this value, which nodes have.
  case labelDemandChanged(LabelDemand, to: String)
  /// The pod no longer has this required term; a spread constraint becomes a wish.
  case termRemoved(PodTerm)
  /// The claim exists, is bound and can be reached from anywhere.
  case claimMet(ObjectReference)
  case gatesRemoved
  case nodeUncordoned(ObjectReference)
  /// The node is well again, so that its taint goes away.
  case taintLifted(Taint, from: ObjectReference)
  case podRemoved(ObjectReference)
  /// So many nodes like the one named are added.
  case nodesAdded(Int, like: ObjectReference)
}

/// A required term of a pod that speaks of other pods, by its place in its list.
package enum PodTerm: Hashable, Sendable {
  case podAffinity(Int)
  case podAntiAffinity(Int)
  case spread(Int)

  /// Where the term stands in the pod.
  package var field: String {
    let required = "requiredDuringSchedulingIgnoredDuringExecution"
    return switch self {
    case .podAffinity(let index): "spec.affinity.podAffinity.\(required)[\(index)]"
    case .podAntiAffinity(let index): "spec.affinity.podAntiAffinity.\(required)[\(index)]"
    case .spread(let index): "spec.topologySpreadConstraints[\(index)]"
    }
  }
}

extension HypotheticalChange: CustomStringConvertible {
  /// What would have to be so, after "it would fit with".
  package var description: String {
    switch self {
    case .request(let amount): "\(amount.resource) request \(amount.manifestText) or less"
    case .toleration(let taint): "toleration of \(taint.description)"
    case .labelDemandRemoved(let demand): "no \(demand.place) \(demand.demand)"
    case .labelDemandChanged(let demand, let value): "\(demand.place) \(demand.key)=\(value)"
    case .termRemoved(.podAffinity(let index)): "no required pod affinity (term \(index + 1))"
    case .termRemoved(.podAntiAffinity(let index)):
      "no required pod anti-affinity (term \(index + 1))"
    case .termRemoved(.spread(let index)):
      "spread constraint \(index + 1) as a wish (whenUnsatisfiable: ScheduleAnyway)"
    case .claimMet(let claim): "claim \(claim.name) bound"
    case .gatesRemoved: "its scheduling gates removed"
    case .nodeUncordoned(let node): "\(node) uncordoned"
    case .taintLifted(let taint, let node): "\(node) well again (taint \(taint.key) gone)"
    case .podRemoved(let pod): "\(pod) gone"
    case .nodesAdded(let count, let node):
      count == 1 ? "one more node like \(node.name)" : "\(count) more nodes like \(node.name)"
    }
  }

  /// A name for programs.
  package var kind: String {
    switch self {
    case .request: "request"
    case .toleration: "toleration"
    case .labelDemandRemoved: "label-demand-removed"
    case .labelDemandChanged: "label-demand-changed"
    case .termRemoved: "term-removed"
    case .claimMet: "claim-met"
    case .gatesRemoved: "gates-removed"
    case .nodeUncordoned: "node-uncordoned"
    case .taintLifted: "taint-lifted"
    case .podRemoved: "pod-removed"
    case .nodesAdded: "nodes-added"
    }
  }
}

extension LabelDemand {
  /// What kind of demand it is, for people.
  var place: String {
    if case .nodeSelector = source { "node selector" } else { "node affinity" }
  }
}

extension ResourceAmount {
  /// The amount as one would write it into a manifest, rounded down to a whole number of its unit.
  package var manifestText: String {
    if resource == "cpu" || value < 1 << 20 { return quantity.description }
    guard quantity.description.hasSuffix("i") else { return quantity.description }
    return "\(value >> 20)Mi"
  }
}
