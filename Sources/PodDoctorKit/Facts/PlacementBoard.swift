import KubernetesModel
import Provenance
import Scheduling
import Synchronization

/// The scheduler's view of one snapshot, worked out when the first waiting pod is asked about.
final class PlacementBoard: Sendable {
  /// Pods that differ in nothing that the scheduler looks at share an explanation.
  private struct Likeness: Hashable {
    var namespace: String
    var labels: [String: String]
    var spec: PodSpec
    /// Set where claims of the pod bear its name.
    var name: String
  }

  private struct Work {
    var simulation: Simulation?
    var waiting: [String: PodInfo] = [:]
    var views: [Likeness: PlacementView?] = [:]
    var changes: [Likeness: [Counterfactual]] = [:]
  }

  private let snapshot: ClusterSnapshot
  private let work = Mutex(Work())
  /// Events that say that a pod had to leave its node, by namespace.
  let displacements: [String: [Event]]

  init(_ snapshot: ClusterSnapshot) {
    self.snapshot = snapshot
    let events = snapshot.events
    // By index, because few are meant, and need not be copied to be looked at.
    let telling = events.indices.filter {
      events[$0].reason == "Preempted" || events[$0].reason == "TaintManagerEviction"
    }
    displacements = Dictionary(
      grouping: telling.map { events[$0] }, by: \.involvedObject.namespace)
  }

  /// What all plugins say about a waiting pod on the cluster as dumped; nil where nothing can be said.
  ///
  /// `selection` names the cause that a pod asks for nodes that there are none of.
  ///
  /// Nodes that are known from texts must be all that there are, `total` of them where that is known.
  func view(of pod: Pod, total: Int?, selection: (PlacementExplanation) -> String) -> PlacementView?
  {
    guard !snapshot.nodes.isEmpty, knowsNodes(total: total) else { return nil }
    let likeness = Self.likeness(of: pod)
    return work.withLock { work in
      if let known = work.views[likeness] { return known }
      let view = explain(pod, .refusals, &work).map { PlacementView($0, selection: selection($0)) }
      work.views[likeness] = .some(view)
      return view
    }
  }

  /// The smallest changes that let a waiting pod fit, each simulated; none without nodes, and none for large clusters,
  /// where the search takes longer than a diagnosis may.
  func changes(lettingFit pod: Pod, total: @autoclosure () -> Int?) -> [Counterfactual] {
    guard !snapshot.nodes.isEmpty, snapshot.nodes.count <= Self.searchedNodes,
      knowsNodes(total: total())
    else { return [] }
    let likeness = Self.likeness(of: pod)
    return work.withLock { work in
      if let known = work.changes[likeness] { return known }
      let changes = explain(pod, .counterfactuals, &work)?.counterfactuals ?? []
      work.changes[likeness] = changes
      return changes
    }
  }

  private static let searchedNodes = 200

  /// Whether all nodes of the cluster are known with what they offer; those of documents are taken for all.
  private func knowsNodes(total: Int?) -> Bool {
    let partial = snapshot.nodes.filter {
      snapshot.isPartial(ObjectReference(kind: Node.kind, name: $0.metadata.name))
    }
    guard !partial.isEmpty else { return true }
    guard partial.allSatisfy({ !$0.status.allocatable.isEmpty }) else { return false }
    return total.map { $0 == snapshot.nodes.count } ?? snapshot.holds(kind: Node.kind)
  }

  private func explain(
    _ pod: Pod, _ depth: ExplanationDepth, _ work: inout Work
  ) -> PlacementExplanation? {
    if work.simulation == nil {
      var simulation = Simulation(of: snapshot)
      for pod in simulation.queue() { work.waiting[pod.key] = pod }
      work.simulation = simulation
    }
    return work.waiting["\(pod.metadata.namespace)/\(pod.metadata.name)"].flatMap {
      work.simulation?.explanation(of: $0, depth)
    }
  }

  private static func likeness(of pod: Pod) -> Likeness {
    let hasOwnClaims =
      pod.spec.volumes.contains { $0.ephemeral != nil } || !pod.spec.resourceClaims.isEmpty
    return Likeness(
      namespace: pod.metadata.namespace, labels: pod.metadata.labels, spec: pod.spec,
      name: hasOwnClaims ? pod.metadata.name : "")
  }
}
