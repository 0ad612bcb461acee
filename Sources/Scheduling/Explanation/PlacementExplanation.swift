/// What every plugin says about one pod on every node, whether or not an earlier one had refused.
package struct PlacementExplanation: Sendable {
  package var pod: PodInfo
  /// What keeps the pod off all nodes, said before any node is looked at.
  package var podRefusals: [Refusal]
  /// All nodes by name.
  package var nodes: [NodeVerdict]
  /// The nodes that do not fit, those with the same refusals together; the largest group first.
  package var groups: [VerdictGroup]
  /// The nodes that fit.
  package var feasible: [NodeID]
  /// The smallest changes that would let the pod fit, each simulated; empty unless asked for.
  package var counterfactuals: [Counterfactual] = []
  /// What the dump records of the scheduler's own verdict.
  package var recorded: RecordedVerdict?
}

/// What all plugins together say about one node.
package struct NodeVerdict: Sendable {
  package var node: NodeID
  package var name: String
  /// In the order of the filters; empty when nothing is wrong with the node itself.
  package var refusals: [Refusal]
}

/// One plugin's refusal, with everything that would have to change for it to agree.
package struct Refusal: Hashable, Sendable {
  package var plugin: PluginName
  package var code: Rejection.Code
  /// kube-scheduler's own words.
  package var reasons: [String]
  package var details: [RefusalDetail]
}

/// Nodes that the same plugins refuse for the same reasons.
package struct VerdictGroup: Sendable {
  package var nodes: [NodeID]
  /// The plugins and their reasons; `details` are those that all nodes of the group share.
  package var refusals: [Refusal]
}

extension VerdictGroup {
  /// Puts nodes together; the most nodes first, then by the first node.
  static func groups(of verdicts: [NodeVerdict]) -> [VerdictGroup] {
    var places: [[Refusal]: Int] = [:]
    var groups: [VerdictGroup] = []
    for verdict in verdicts where !verdict.refusals.isEmpty {
      let key = verdict.refusals.map(\.withoutDetails)
      if let place = places[key] {
        groups[place].add(verdict)
      } else {
        places[key] = groups.count
        groups.append(VerdictGroup(nodes: [verdict.node], refusals: verdict.refusals))
      }
    }
    return groups.enumerated().sorted {
      ($1.element.nodes.count, $0.offset) < ($0.element.nodes.count, $1.offset)
    }.map(\.element)
  }

  private mutating func add(_ verdict: NodeVerdict) {
    nodes.append(verdict.node)
    for (index, refusal) in verdict.refusals.enumerated() {
      refusals[index].details.removeAll { !refusal.details.contains($0) }
    }
  }
}

extension Refusal {
  fileprivate var withoutDetails: Refusal {
    var copy = self
    copy.details = []
    return copy
  }
}
