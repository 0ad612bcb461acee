import KubernetesModel
import Provenance
import RuleEngine

extension ClusterFacts {
  /// Warnings older than this about an object that has no trouble of its own tell of the past.
  private static let recently: Double = 3600

  /// Recent warnings about an object that are failures, or of reasons that nobody explained yet.
  func unexplained(among events: [EventNote]) -> [EventNote] {
    events.filter { event in
      (age(of: event.last) ?? 0) < Self.recently && isUnexplained(event)
    }
  }

  /// Whether an event is a warning that is neither known to be harmless nor to tell of something else.
  fileprivate func isUnexplained(_ event: EventNote) -> Bool {
    if event.isOfRestlessSandbox { return true }
    guard event.isWarning else { return false }
    guard let entry = glossary["events", event.reason] else { return true }
    return entry.bearing == .problem
  }
}

extension PodCase {
  /// Warnings about the pod and its claims that are failures, or of reasons that nobody explained yet; without those
  /// that the pod has left behind.
  var unexplainedEvents: [EventNote] {
    let claims = ClaimUse.all(in: self).compactMap(\.claim).flatMap(\.events)
    return (events + claims).filter {
      facts.isUnexplained($0) && !isPast($0) && !isEcho($0)
    }
  }

  /// Whether an event only says that the next start is put off: what is found about the end of its container, however
  /// sure, is what it is about.
  private func isEcho(_ event: EventNote) -> Bool {
    event.reason == "BackOff"
      && containers.contains { $0.life.name == event.container && $0.keepsEnding(in: self) }
  }

  /// Whether the pod has come further since; what nobody explained counts as long as the pod is not well.
  private func isPast(_ event: EventNote) -> Bool {
    guard let last = event.last, let latest = progress.latest else { return false }
    return last < latest && (pod.isReady || facts.glossary["events", event.reason] != nil)
  }
}

extension EventNote {
  /// How often the sandbox of a pod may be replaced before that is a failure: once after each start of its node.
  private static let ordinaryChanges = 2

  /// Whether the sandbox of a pod ends again and again, which the kubelet never warns about.
  var isOfRestlessSandbox: Bool { reason == "SandboxChanged" && count > Self.ordinaryChanges }
}

extension WorkloadCase {
  /// Warnings about a controller that lacks pods, as ``ClusterFacts/unexplained(among:)`` chooses them.
  var unexplainedEvents: [EventNote] { missing > 0 ? facts.unexplained(among: events) : [] }
}
