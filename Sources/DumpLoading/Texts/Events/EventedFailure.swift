import KubernetesModel

/// What an event shows of the state of the pod that it is about, where it tells of a failure.
struct EventedFailure {
  /// A container as the event shows it.
  struct Container {
    var name: String
    var isInitial: Bool
    /// Empty where the event tells that it fails, and not in what state it is.
    var waiting: String
  }

  var isScheduled: Bool
  var isRunning: Bool
  /// Nil when the failure is the whole pod's.
  var container: Container?

  /// Nil when the event tells of no failure that keeps a pod from running.
  init?(_ event: Event) {
    guard event.type != "Normal" || event.reason == "BackOff" else { return nil }
    isScheduled = event.reason != "FailedScheduling"
    isRunning = false
    switch event.reason {
    case "FailedScheduling", "FailedMount", "FailedAttachVolume", "FailedMapVolume",
      "FailedCreatePodSandBox", "FailedCreatePodContainer", "NetworkNotReady":
      break
    case "BackOff", "Failed", "ErrImageNeverPull", "InspectFailed":
      let waiting = Self.waiting(event)
      isRunning = waiting == "CrashLoopBackOff"
      guard let container = Container(of: event, waiting: waiting) else { return nil }
      self.container = container
    default: return nil
    }
  }

  /// The reason that the kubelet gives the container's state together with the event.
  private static func waiting(_ event: Event) -> String {
    let text = event.message
    switch event.reason {
    case "ErrImageNeverPull": return "ErrImageNeverPull"
    case "InspectFailed": return "InvalidImageName"
    case "BackOff":
      return text.hasPrefix("Back-off pulling image") ? "ImagePullBackOff" : "CrashLoopBackOff"
    default: break
    }
    if text.hasPrefix("Failed to pull image") || text == "Error: ErrImagePull" {
      return "ErrImagePull"
    }
    if text == "Error: ImagePullBackOff" { return "ImagePullBackOff" }
    let isOfConfig = text.hasSuffix(" not found") || text.hasPrefix("Error: couldn't find key")
    return text.hasPrefix("Error: ") && isOfConfig ? "CreateContainerConfigError" : ""
  }
}

extension EventedFailure.Container {
  /// The container that the event names, or one without a name; nil for one that runs beside others.
  fileprivate init?(of event: Event, waiting: String) {
    let path = event.involvedObject.fieldPath
    guard !path.hasPrefix("spec.ephemeralContainers") else { return nil }
    isInitial = path.hasPrefix("spec.initContainers{")
    name =
      path.behind("{")?.behind("}").flatMap { $0.isEmpty ? path.behind("{")?.before("}") : nil }
      .map(String.init)
      ?? event.message.behind("restarting failed container=").map { String($0.before(" ")) }
      ?? UnnamedContainer.name(0)
    self.waiting = waiting
  }
}
