package import Provenance

/// A change that would let a pod fit, and where; it was simulated before it is told.
package struct Counterfactual: Hashable, Sendable {
  /// One thing that could be different.
  package enum Change: Hashable, Sendable {
    /// The pod's total request for a resource is at most this much.
    case request(ResourceAmount)
    /// The pod tolerates the taint, written as `kubectl taint` does.
    case toleration(String)
    /// The pod no longer demands this of its node's labels.
    case labelDemandRemoved(LabelDemand)
    /// The pod demands this value, which nodes have.
    case labelDemandChanged(LabelDemand, to: String)
    case nodeUncordoned(ObjectReference)
    case podRemoved(ObjectReference)
    /// The pod no longer has this required term or constraint, by its field.
    case termRemoved(String)
    /// A claim is met, because it is bound or created.
    case claimMet(ObjectReference)
    /// So many nodes like the one named are added.
    case nodesAdded(Int, like: String)
  }

  /// One change, or two where no single one helps.
  package var changes: [Change]
  /// The nodes that would fit, by name.
  package var unlocks: [String]
  /// The fields to change, best first.
  package var evidence: [FieldReference]
}
