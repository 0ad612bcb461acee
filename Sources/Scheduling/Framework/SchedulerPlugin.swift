/// A plugin as one profile configured it; what it knows about one pod is a ``NodeFilter`` or
/// ``NodeScorer`` that it makes for that pod.
package protocol SchedulerPlugin: Sendable {
  var name: PluginName { get }
}

/// Holds a pod back before it enters the scheduling queue.
package protocol PreEnqueuePlugin: SchedulerPlugin {
  /// Why the pod may not enter the queue; nil when it may.
  func gate(_ pod: PodInfo, in cluster: ClusterState) -> Rejection?
}

/// Turns nodes away: kube-scheduler's PreFilter and Filter.
package protocol FilterPlugin: SchedulerPlugin {
  /// PreFilter: what is worked out once per pod.
  ///
  /// A thrown ``Rejection`` turns the pod away before any node is looked at. A plugin without
  /// PreFilter upstream answers ``FilterPreparation/filter(_:only:)`` or, when it has nothing
  /// to turn away, ``FilterPreparation/skip``.
  func prepare(_ pod: PodInfo, in cluster: ClusterState) throws(Rejection) -> FilterPreparation
}

/// The answer of PreFilter.
package enum FilterPreparation: Sendable {
  /// The plugin's Filter is not called for this pod.
  case skip
  /// `only` names the nodes that can fit (`PreFilterResult.NodeNames`); nil means all.
  case filter(any NodeFilter, only: Set<String>? = nil)
}

/// Which changes of the cluster can change what a plugin says about a node.
package enum VerdictScope: Sendable {
  /// Only the pod's class and the node's own row of the table: verdicts are kept until it changes.
  case node
  /// Other nodes, pods or objects too: asked anew each time.
  case cluster
}

/// What a filter plugin knows about one pod: PreFilter's state and Filter itself.
///
/// A value: preemption copies it, removes victims from the copy and asks again.
package protocol NodeFilter: Sendable {
  var scope: VerdictScope { get }

  /// Whether it would turn no node away as the cluster is now.
  var isIdle: Bool { get }

  /// Filter: why the pod does not fit on `node`, nil when it does.
  func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection?

  /// Turns away every candidate that does not fit.
  func reject(_ candidates: inout Candidates, in cluster: ClusterState)

  /// PreFilterExtensions.AddPod; `cluster` holds `pod` on `node` already.
  mutating func podAdded(_ pod: PodInfo, to node: NodeID, in cluster: ClusterState)

  /// PreFilterExtensions.RemovePod; `cluster` no longer holds `pod`.
  mutating func podRemoved(_ pod: PodInfo, from node: NodeID, in cluster: ClusterState)

  /// Becomes what PreFilter would make of the changed cluster; false means: prepare anew.
  mutating func observe(_ change: Change, in cluster: ClusterState) -> Bool
}

extension NodeFilter {
  package var scope: VerdictScope { .node }
  package var isIdle: Bool { false }

  package func reject(_ candidates: inout Candidates, in cluster: ClusterState) {
    for index in candidates.indices where candidates.remains(index) {
      if let rejection = rejection(on: NodeID(index: index), in: cluster) {
        candidates.reject(index, rejection)
      }
    }
  }

  package mutating func podAdded(_ pod: PodInfo, to node: NodeID, in cluster: ClusterState) {}
  package mutating func podRemoved(_ pod: PodInfo, from node: NodeID, in cluster: ClusterState) {}
  package mutating func observe(_ change: Change, in cluster: ClusterState) -> Bool {
    scope == .node
  }
}

/// Acts when no node fits: kube-scheduler's PostFilter.
package protocol PostFilterPlugin: SchedulerPlugin {
  func postFilter(
    _ pod: PodInfo, after cycle: FilterOutcome, profile: Profile, in cluster: ClusterState
  ) -> PostFilterResult
}

/// Takes what a pod needs on its node: kube-scheduler's Reserve.
package protocol ReservePlugin: SchedulerPlugin {
  func reserve(
    _ pod: PodInfo, on node: NodeID, in cluster: inout ClusterState
  ) throws(Rejection)

  /// Gives back what ``reserve(_:on:in:)`` took, when a later plugin refuses.
  func unreserve(_ pod: PodInfo, on node: NodeID, in cluster: inout ClusterState)
}
