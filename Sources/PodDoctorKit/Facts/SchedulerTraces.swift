import KubernetesModel

/// What shows that the scheduler a pod waits for is at work.
struct SchedulerTraces: Sendable {
  /// The scheduler that the pod names, the default one where it names none.
  let name: String
  /// Whether it wrote an event or placed a pod.
  let isSeen: Bool
  /// Whether it placed another pod since this one was there, so that it is at work and passes this one over.
  let hasPassedOver: Bool

  init(for pod: PodCase) {
    let name = Self.scheduler(of: pod.pod)
    let snapshot = pod.facts.snapshot
    self.name = name
    isSeen =
      snapshot.events.contains { Self.reporter(of: $0) == name }
      || snapshot.pods.contains { !$0.spec.nodeName.isEmpty && Self.scheduler(of: $0) == name }
      || pod.pod.status.conditions.contains { $0.type == "PodScheduled" }
    hasPassedOver =
      pod.pod.metadata.creationTimestamp.map { created in
        snapshot.pods.contains { Self.wasPlaced($0, by: name, since: created) }
      } ?? false
  }

  /// The seconds by which the age of a pod in a table may be rounded.
  private static let rounding: Double = 5

  private static func wasPlaced(_ pod: Pod, by name: String, since time: Timestamp) -> Bool {
    guard !pod.spec.nodeName.isEmpty, !pod.isMirror, scheduler(of: pod) == name,
      let start = pod.status.startTime
    else { return false }
    return start.seconds(since: time) > -rounding
  }

  private static func scheduler(of pod: Pod) -> String {
    pod.spec.schedulerName.isEmpty ? "default-scheduler" : pod.spec.schedulerName
  }

  private static func reporter(of event: Event) -> String {
    event.reportingComponent.isEmpty ? event.source.component : event.reportingComponent
  }
}
