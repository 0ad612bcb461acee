/// What kube-scheduler does with one pending pod.
package struct PodOutcome: Sendable {
  /// How the scheduling of a pod ended.
  package enum Kind: String, Sendable {
    case scheduled, unschedulable
    /// Held back before the queue.
    case gated
    /// No profile has the pod's schedulerName, or the pod is being deleted.
    case skipped
    case error
  }

  /// The weighted scores of one plugin, in the order of ``PodOutcome/feasible``.
  package struct PluginScores: Sendable {
    package var plugin: PluginName
    package var scores: [Int64]
  }

  /// What PostFilter did.
  package struct Preemption: Sendable {
    package var nominatedNode: NodeID?
    package var victims: [PodInfo]
    package var message: String
  }

  package var pod: PodInfo
  package var kind: Kind
  /// The text of the FailedScheduling event, or why the pod is held back.
  package var message = ""
  package var node: NodeID?
  package var feasible: [NodeID] = []
  package var best: [NodeID] = []
  /// Each node that a Filter plugin refused, and the first refusal.
  package var refusals: [(node: NodeID, rejection: Rejection)] = []
  /// The status of the nodes that were not filtered.
  package var otherNodes: Rejection?
  package var scores: [PluginScores] = []
  /// The sum of all plugins' scores, in the order of ``feasible``.
  package var totals: [Int64] = []
  package var preemption: Preemption?

  package init(_ pod: PodInfo, _ kind: Kind, message: String = "") {
    self.pod = pod
    self.kind = kind
    self.message = message
  }
}
