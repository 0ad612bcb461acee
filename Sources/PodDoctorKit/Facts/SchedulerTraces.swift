import KubernetesModel

/// What shows that the scheduler a pod waits for is at work.
struct SchedulerTraces: Sendable {
  /// The scheduler that the pod names, the default one where it names none.
  let name: String
  /// Whether it wrote an event or placed a pod.
  let isSeen: Bool

  init(for pod: PodCase) {
    let name = Self.scheduler(of: pod.pod)
    let snapshot = pod.facts.snapshot
    self.name = name
    isSeen =
      snapshot.events.contains { Self.reporter(of: $0) == name }
      || snapshot.pods.contains { !$0.spec.nodeName.isEmpty && Self.scheduler(of: $0) == name }
      || pod.pod.status.conditions.contains { $0.type == "PodScheduled" }
  }

  private static func scheduler(of pod: Pod) -> String {
    pod.spec.schedulerName.isEmpty ? "default-scheduler" : pod.spec.schedulerName
  }

  private static func reporter(of event: Event) -> String {
    event.reportingComponent.isEmpty ? event.source.component : event.reportingComponent
  }
}
