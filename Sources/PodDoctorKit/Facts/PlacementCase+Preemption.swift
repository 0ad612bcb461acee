import KubernetesModel
import Provenance
import Scheduling

/// Whether pods of lower priority could make room for a waiting pod.
extension PlacementCase {
  /// Others could make room, and the pod may not have them evicted.
  var isPreemptionForbidden: Bool {
    pod.pod.spec.preemptionPolicy == "Never" && !victims.isEmpty
  }

  /// Pods of lower priority on nodes where ending them would make enough room.
  var victims: [Pod] {
    (judgement?.refusals ?? []).flatMap { refusal -> [Pod] in
      let shortages = refusal.blockers.compactMap(\.shortage)
      guard let name = refusal.name, !shortages.isEmpty,
        shortages.count == refusal.blockers.count
      else { return [] }
      let lower = outranked(on: name)
      let suffices = shortages.allSatisfy { shortage in
        let freed = lower.reduce(Int64(0)) { $0 &+ Self.amount(of: shortage.resource, in: $1) }
        return freed >= shortage.shortBy.value
      }
      return suffices ? lower : []
    }
  }

  private func outranked(on node: String) -> [Pod] {
    pod.facts.snapshot.pods(onNode: node).filter {
      !$0.isTerminal && ($0.spec.priority ?? 0) < (pod.pod.spec.priority ?? 0)
    }
  }

  private static func amount(of resource: String, in pod: Pod) -> Int64 {
    if resource == "pods" { return 1 }
    let quantity = pod.effectiveRequests(.scheduling)[resource]
    return (resource == "cpu" ? quantity?.milliValue : quantity?.value) ?? 0
  }
}
