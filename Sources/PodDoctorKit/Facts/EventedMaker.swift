import KubernetesModel
import Provenance

/// Controllers that only events tell of, in a dump that shows none of their kind: those that were refused a pod and
/// have made none since.
enum EventedMaker {
  /// Refusals are told again at least every 17 minutes; what is older than this may be over.
  private static let recently: Double = 3600
  private static let kinds: Set = [
    ReplicaSet.kind, Deployment.kind, StatefulSet.kind, DaemonSet.kind, Job.kind,
    "ReplicationController",
  ]
  private static let refusals: Set = ["FailedCreate", "ReplicaSetCreateError"]
  private static let successes: Set = ["SuccessfulCreate", "ScalingReplicaSet", "Completed"]

  /// The controllers, sorted.
  static func all(in facts: ClusterFacts) -> [ObjectReference] {
    let refused = facts.snapshot.events.filter {
      refusals.contains($0.reason) && kinds.contains($0.involvedObject.kind)
        && !$0.involvedObject.name.isEmpty
        && !facts.snapshot.mentions(kind: $0.involvedObject.kind)
    }
    let makers = Set(
      refused.map {
        ObjectReference(
          kind: $0.involvedObject.kind, namespace: $0.involvedObject.namespace,
          name: $0.involvedObject.name)
      })
    return makers.filter { isStillRefused($0, in: facts) }.sorted()
  }

  private static func isStillRefused(_ maker: ObjectReference, in facts: ClusterFacts) -> Bool {
    let events = facts.events(about: maker)
    guard let refusal = events.last(where: { refusals.contains($0.reason) }),
      (facts.age(of: refusal.last) ?? 0) < recently
    else { return false }
    let success = events.last { successes.contains($0.reason) }?.last
    guard let success, let last = refusal.last else { return success == nil }
    return success <= last
  }
}
