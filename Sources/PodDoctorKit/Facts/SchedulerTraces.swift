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
    let name = pod.pod.wantedScheduler
    let activity = pod.facts.schedulers
    self.name = name
    isSeen =
      activity.isSeen(name)
      || pod.pod.status.conditions.contains { $0.type == "PodScheduled" }
    let created = pod.pod.metadata.creationTimestamp
    hasPassedOver =
      if let created, let start = activity.latestStart(by: name) {
        start.seconds(since: created) > -Self.rounding
      } else {
        false
      }
  }

  /// The seconds by which the age of a pod in a table may be rounded.
  private static let rounding: Double = 5
}
