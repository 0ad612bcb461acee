import Basics
import KubernetesModel
import Provenance

/// What became of the pod that a waiting pod replaces.
extension PlacementCase {
  /// Whether the same controller made the other pod.
  private func isSibling(_ other: Pod) -> Bool {
    let owner = pod.pod.metadata.ownerReferences.first { $0.controller == true }
    return owner.map { own in
      other.metadata.ownerReferences.contains { $0.kind == own.kind && $0.name == own.name }
    } ?? false
  }

  /// Events of a reason that say that the pod, or one of the same controller, had to leave its node.
  func displacements(_ reason: String) -> [EventNote] {
    let events = pod.facts.placements.displacements[pod.namespace] ?? []
    let owner = pod.pod.metadata.ownerReferences.first { $0.controller == true }
    return events.filter { event in
      guard event.reason == reason else { return false }
      let name = event.involvedObject.name
      if name == pod.pod.metadata.name { return true }
      guard let owner, owner.kind != "StatefulSet" else { return false }
      return name.hasPrefix("\(owner.name)-")
    }.map(EventNote.init)
  }

  /// Whether the taints that keep the pod out also evict.
  var isShutOut: Bool {
    (judgement?.refusals ?? []).allSatisfy { refusal in
      refusal.blockers.contains { $0.taint?.effect == "NoExecute" }
    }
  }

  /// Pods of the same workload that ended because one of the nodes was shut down.
  var shutdowns: [Pod] {
    let names = Set((judgement?.refusals ?? []).compactMap(\.name))
    return pod.facts.pods(in: pod.namespace).filter { other in
      names.contains(other.spec.nodeName) && other.status.phase == "Failed"
        && other.status.message.range(of: "shutdown") != nil
        && (pod.facts.ownership.workload(of: other) == pod.workload || isSibling(other))
    }
  }
}
