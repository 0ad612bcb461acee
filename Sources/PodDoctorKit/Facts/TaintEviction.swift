import KubernetesModel
import Provenance

/// The eviction, by a taint, of the pod that an unscheduled pod replaces.
struct TaintEviction: Sendable {
  var event: EventNote
  var podName: String
  /// The node that the evicted pod ran on.
  var node: NodeHealth
  /// The taint that keeps pods from running there, as `key=value`.
  var taint: String
}

extension PodCase {
  /// Nil unless the events name a pod of the same controller that a taint evicted, and the taint is
  /// still there.
  var eviction: TaintEviction? {
    guard !isScheduled, let owner = pod.metadata.controllerReference else { return nil }
    for event in facts.evictions where isSibling(event.involvedObject, owner.name) {
      let name = event.involvedObject.name
      guard event.message.hasPrefix("Marking for deletion"), let node = nodeOfPod(name),
        let taint = node.node.spec.taints.first(where: { $0.effect == "NoExecute" })
      else { continue }
      return TaintEviction(
        event: EventNote(event), podName: name, node: node, taint: "\(taint.key)=\(taint.value)")
    }
    return nil
  }

  private func isSibling(_ object: APIObjectReference, _ owner: String) -> Bool {
    object.namespace == namespace && object.name.hasPrefix(owner + "-")
      && object.name != pod.metadata.name
  }

  /// The node that the scheduler bound a pod to, which may be gone by now.
  private func nodeOfPod(_ name: String) -> NodeHealth? {
    let assigned = "Successfully assigned \(namespace)/\(name) to "
    let event = facts.snapshot.events.first {
      $0.reason == "Scheduled" && $0.message.hasPrefix(assigned)
    }
    return event.flatMap { facts.node(named: String($0.message.dropFirst(assigned.utf8.count))) }
  }
}
