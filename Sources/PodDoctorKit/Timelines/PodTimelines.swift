import Findings
import KubernetesModel
import Provenance

/// The timelines of a report: those of the pods that suffer, a few for each root cause.
struct PodTimelines {
  /// How many pods one root cause shows.
  private static let mostPerCause = 2
  private static let most = 40

  private let causes: [RootCause]
  private let facts: ClusterFacts
  private let isDated: Bool

  /// Timelines of a dump that tells when it was taken, or, where it is not `isDated`, only how long before.
  init(of causes: [RootCause], in facts: ClusterFacts, isDated: Bool) {
    self.causes = causes
    self.facts = facts
    self.isDated = isDated
  }

  func timelines() -> [Timeline] {
    var seen: Set<ObjectReference> = []
    var pods: [Pod] = []
    for cause in causes {
      for name in Self.firstPods(of: cause) where seen.insert(name).inserted {
        guard pods.count < Self.most else { break }
        if let pod = facts.snapshot.pods.named(name.name, in: name.namespace) { pods.append(pod) }
      }
    }
    return pods.map { PodTimeline(of: PodCase($0, in: facts), isDated: isDated).timeline() }
  }

  private static func firstPods(of cause: RootCause) -> [ObjectReference] {
    var pods: [ObjectReference] = []
    for name in cause.affected.map(\.object) where name.kind == Pod.kind && !pods.contains(name) {
      pods.append(name)
      if pods.count == mostPerCause { break }
    }
    return pods
  }
}
