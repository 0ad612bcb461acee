/// A filter made for one pod, with the name of its plugin.
package struct PreparedFilter: Sendable {
  package var plugin: PluginName
  package var filter: any NodeFilter
}

/// What PreFilter and Filter said about one pod.
package struct FilterOutcome: Sendable {
  /// In Filter order, without those that were skipped.
  package var filters: [PreparedFilter] = []
  /// The names of plugins whose PreFilter ran to its end (also when it answered Skip).
  package var prepared: Set<PluginName> = []
  package var diagnosis: Diagnosis
  package var feasible: [NodeID] = []
}

/// Why a pod has no node: kube-scheduler's Diagnosis.
package struct Diagnosis: Sendable {
  /// Per node the first rejection, nil for a node that fits or was not looked at.
  package var rejections: [Rejection?]
  /// The status of all nodes without one of their own: PreFilter rejected or narrowed.
  package var absent: Rejection?
  /// The nodes that PreFilter left out; the others were filtered.
  package var isExcluded: [Bool]
  /// PreFilter's text when it turned the pod away.
  package var preFilterMessage = ""
  package var postFilterMessage = ""
  /// The plugins that turned a node or the pod away.
  package var plugins: Set<PluginName> = []

  package init(nodes: Int) {
    rejections = Array(repeating: nil, count: nodes)
    isExcluded = Array(repeating: false, count: nodes)
  }

  /// The status of `node` as preemption reads it, nil when it fits.
  package func rejection(of node: NodeID) -> Rejection? {
    rejections[node.index] ?? (isExcluded[node.index] ? absent : nil)
  }
}
