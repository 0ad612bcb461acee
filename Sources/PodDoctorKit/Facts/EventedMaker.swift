import KubernetesModel
import Provenance

/// Controllers that only events tell of, in a dump that shows none of their kind: those that were refused a pod and
/// have made none since.
enum EventedMaker {
  /// A controller tries again at least every 17 minutes; what was told no more for longer than this is over.
  private static let recently: Double = 1200
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
    let made = facts.pods(in: maker.namespace).filter {
      $0.metadata.name.hasPrefix("\(maker.name)-")
    }.compactMap(\.metadata.creationTimestamp).max()
    guard let newest = [success, made].compactMap(\.self).max(), let last = refusal.last else {
      return success == nil && made == nil
    }
    return newest <= last
  }
}
