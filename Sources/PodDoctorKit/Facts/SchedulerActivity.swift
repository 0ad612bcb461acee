import KubernetesModel

/// What the pods and events of a snapshot show of each scheduler, found once for all pods that wait for one.
struct SchedulerActivity: Sendable {
  /// The components that wrote events.
  private var reporters: Set<String> = []
  /// The schedulers that placed pods.
  private var placing: Set<String> = []
  /// When the last pod started that a scheduler placed.
  private var latestStarts: [String: Timestamp] = [:]

  init(in snapshot: ClusterSnapshot) {
    let events = snapshot.events
    var last: String?
    // By index, because an event that is handed out is a copy of it; neighbours mostly have one reporter.
    for index in events.indices {
      let component = events[index].reportingComponent
      let reporter = component.isEmpty ? events[index].source.component : component
      guard reporter != last else { continue }
      last = reporter
      reporters.insert(reporter)
    }
    for pod in snapshot.pods where !pod.spec.nodeName.isEmpty {
      let name = pod.wantedScheduler
      placing.insert(name)
      guard !pod.isMirror, let start = pod.status.startTime else { continue }
      latestStarts[name] = latestStarts[name].map { max($0, start) } ?? start
    }
  }

  /// Whether a scheduler wrote an event or placed a pod.
  func isSeen(_ name: String) -> Bool { reporters.contains(name) || placing.contains(name) }

  /// When the last pod started that a scheduler placed; nil when none is known.
  func latestStart(by name: String) -> Timestamp? { latestStarts[name] }
}

extension Pod {
  /// The scheduler that the pod names, the default one where it names none.
  var wantedScheduler: String {
    spec.schedulerName.isEmpty ? "default-scheduler" : spec.schedulerName
  }
}
