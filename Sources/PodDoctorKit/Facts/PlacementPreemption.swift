import KubernetesModel
import Provenance
import Scheduling

/// Whether pods of lower priority could make room for a waiting pod, and who took its place.
struct PlacementPreemption: Sendable {
  /// The pod may not have others evicted.
  var isForbidden: Bool
  /// Pods of lower priority on nodes where ending them would make enough room.
  var victims: [Pod]
  /// Events that say that a pod of the same controller had to make room.
  var events: [EventNote]

  var isPossibleButForPolicy: Bool { isForbidden && !victims.isEmpty }
}

extension PlacementCase {
  var preemption: PlacementPreemption {
    PlacementPreemption(
      isForbidden: pod.pod.spec.preemptionPolicy == "Never", victims: victims,
      events: displacements("Preempted"))
  }

  private var victims: [Pod] {
    (judgement?.refusals ?? []).flatMap { refusal -> [Pod] in
      guard let name = refusal.name else { return [] }
      let shortages = refusal.blockers.compactMap(\.shortage)
      guard shortages.count == refusal.blockers.count else { return [] }
      let lower = pod.facts.snapshot.pods(onNode: name).filter {
        !$0.isTerminal && ($0.spec.priority ?? 0) < (pod.pod.spec.priority ?? 0)
      }
      let suffices = shortages.allSatisfy { shortage in
        let freed = lower.reduce(Int64(0)) { $0 &+ Self.amount(of: shortage.resource, in: $1) }
        return freed >= shortage.shortBy.value
      }
      return suffices ? lower : []
    }
  }

  private static func amount(of resource: String, in pod: Pod) -> Int64 {
    if resource == "pods" { return 1 }
    let quantity = pod.effectiveRequests(.scheduling)[resource]
    return (resource == "cpu" ? quantity?.milliValue : quantity?.value) ?? 0
  }
}
