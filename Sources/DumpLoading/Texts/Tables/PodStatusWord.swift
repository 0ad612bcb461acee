import KubernetesModel

/// What the STATUS column of a pod says, taken apart into what must be true of the pod for kubectl to print it.
enum PodStatusWord: Equatable, Sendable {
  /// How a container ended; a column that gives the number of a signal or exit code gives no reason.
  struct Ending: Equatable, Sendable {
    var reason = ""
    var exitCode: Int32
    var signal: Int32 = 0
  }

  /// The phase of the pod, no container having more to say.
  case phase(String)
  case schedulingGated
  case terminating
  /// Some containers have done their work, others run, and the pod is not ready.
  case notReady
  /// A container waits.
  case waiting(String)
  /// A container has ended.
  case ended(Ending)
  /// So many of the init containers are done.
  case initializing(done: Int, of: Int)
  case initWaiting(String)
  case initEnded(Ending)
  /// The pod as a whole has failed.
  case failed(String)
  /// Some word of the pod as a whole that says nothing of its phase.
  case reason(String)

  private static let unknown = ContainerStateTerminated.unknownExitCode

  init(_ text: String) {
    self = text.hasPrefix("Init:") ? Self.initial(text.dropFirst(5)) : Self.regular(text)
  }

  private static func initial(_ text: Substring) -> PodStatusWord {
    let halves = text.split(separator: "/").map { Int($0) }
    if halves.count == 2, let done = halves[0], let all = halves[1], done >= 0, all >= 0 {
      return .initializing(done: done, of: all)
    }
    return ending(String(text)).map(initEnded) ?? .initWaiting(String(text))
  }

  private static func regular(_ text: String) -> PodStatusWord {
    switch text {
    case "Pending", "Running", "Succeeded", "Failed", "Unknown": return .phase(text)
    case "SchedulingGated": return .schedulingGated
    case "Terminating": return .terminating
    case "NotReady": return .notReady
    default: break
    }
    if let ending = ending(text) { return .ended(ending) }
    if isFailure(text) { return .failed(text) }
    return isWait(text) ? .waiting(text) : .reason(text)
  }

  private static func ending(_ text: String) -> Ending? {
    switch text {
    case "Completed": return Ending(reason: text, exitCode: 0)
    case "OOMKilled": return Ending(reason: text, exitCode: 137)
    case "StartError": return Ending(reason: text, exitCode: 128)
    case "ContainerStatusUnknown": return Ending(reason: text, exitCode: 137)
    case "Error", "ContainerCannotRun": return Ending(reason: text, exitCode: unknown)
    default: break
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int32(parts[1]) else { return nil }
    switch parts[0] {
    case "ExitCode": return Ending(exitCode: number)
    case "Signal": return Ending(exitCode: unknown, signal: number)
    default: return nil
    }
  }

  /// What kubelet and controllers call a pod that they refused, ended or evicted.
  private static func isFailure(_ text: String) -> Bool {
    failures.contains(text) || text.hasPrefix("OutOf")
  }

  private static let failures: Set<String> = [
    "Evicted", "DeadlineExceeded", "NodeLost", "NodeShutdown", "Shutdown", "Terminated",
    "NodeAffinity", "NodeName", "NodePorts", "NodeUnschedulable", "TaintToleration",
    "PodToleratesNodeTaints", "MatchNodeSelector", "UnexpectedAdmissionError", "Preempting",
    "TopologyAffinityError", "SysctlForbidden", "AppArmor", "PodOSNotSupported",
    "PodOSSelectorNodeLabelDoesNotMatch", "PodFeatureUnsupported", "UnsupportedPod",
    "InvalidNodeInfo", "HostNetworkNotSupported", "SupplementalGroupsPolicyNotSupported",
    "PodLevelResourcesNotSupported", "InitContainerRestartForbidden", "HugePagesStorage",
  ]

  /// The reasons of kubelet for a container that waits.
  private static func isWait(_ text: String) -> Bool {
    waits.contains(text) || text.hasSuffix("BackOff") || text.hasSuffix("Error")
      || text.hasPrefix("Err")
  }

  private static let waits: Set<String> = [
    "ContainerCreating", "PodInitializing", "InvalidImageName", "RegistryUnavailable",
    "SignatureValidationFailed",
  ]
}
