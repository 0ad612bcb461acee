/// The columns that `kubectl get pods -o wide` prints for a pod.
package struct PodColumns: Hashable, Sendable {
  /// Ready and all containers, such as `1/2`.
  package let ready: String
  /// Why the pod is not simply running, or its phase.
  package let status: String
  /// How often containers were restarted, and how long ago, such as `5 (10m ago)`.
  package let restarts: String
  /// Since the pod was created.
  package let age: String
  /// The first address, or `<none>`.
  package let ip: String
  package let node: String
  package let nominatedNode: String
  /// Open and all readiness gates, or `<none>`.
  package let readinessGates: String

  /// Reads a pod as of `now`.
  package init(_ pod: Pod, now: Timestamp) {
    var reading = PodStatusReading(pod)
    reading.readInitContainers()
    if !reading.isInitializing || pod.isConditionTrue("Initialized") { reading.readContainers() }
    ready = "\(reading.readyContainers)/\(reading.totalContainers)"
    status = reading.finalReason
    restarts = reading.counted.description(now: now)
    age = Self.age(of: pod.metadata.creationTimestamp, now: now)
    ip = Self.orNone(pod.reportedIP)
    node = Self.orNone(pod.spec.nodeName)
    nominatedNode = Self.orNone(pod.status.nominatedNodeName)
    readinessGates = Self.readinessGates(of: pod)
  }

  private static func age(of time: Timestamp?, now: Timestamp) -> String {
    guard let time, !Optional(time).isZeroTime else { return "<unknown>" }
    return now.since(time).humanDescription
  }

  private static func orNone(_ text: String) -> String { text.isEmpty ? "<none>" : text }

  private static func readinessGates(of pod: Pod) -> String {
    let gates = pod.spec.readinessGates
    guard !gates.isEmpty else { return "<none>" }
    let open = gates.count { pod.isConditionTrue($0.conditionType) }
    return "\(open)/\(gates.count)"
  }
}

extension Pod {
  /// The pod's first address; where both fields differ, the older one counts.
  package var reportedIP: String {
    status.podIP.isEmpty ? status.podIPs.first?.ip ?? "" : status.podIP
  }
}

/// Restarts and when the last one was.
private struct RestartCount {
  var times: Int64 = 0
  var last: Timestamp?

  mutating func add(_ status: ContainerStatus) {
    times += Int64(status.restartCount)
    guard let end = status.lastState.terminated?.finishedAt else { return }
    if last.map({ $0 < end }) ?? !Optional(end).isZeroTime { last = end }
  }

  func description(now: Timestamp) -> String {
    guard times != 0, let last, !Optional(last).isZeroTime else { return "\(times)" }
    return "\(times) (\(now.since(last).humanDescription) ago)"
  }
}

/// Reads container statuses in the order in which the printer of the API server does.
private struct PodStatusReading {
  private let pod: Pod
  private let sidecars: Set<String>
  private var reason: String
  private var sidecarRestarts = RestartCount()
  private var hasRunning = false
  let totalContainers: Int
  private(set) var readyContainers = 0
  private(set) var counted = RestartCount()
  private(set) var isInitializing = false

  init(_ pod: Pod) {
    self.pod = pod
    let names = pod.spec.initContainers.filter(\.isSidecar).map(\.name)
    sidecars = Set(names)
    totalContainers = pod.spec.containers.count + names.count
    let isGated = pod.status.conditions.contains {
      $0.type == "PodScheduled" && $0.reason == "SchedulingGated"
    }
    reason = pod.status.reason.isEmpty ? pod.status.phase : pod.status.reason
    if isGated { reason = "SchedulingGated" }
  }

  /// Stops at the first init container that has not done its work.
  mutating func readInitContainers() {
    for (index, status) in pod.status.initContainerStatuses.enumerated() {
      counted.add(status)
      let isSidecar = sidecars.contains(status.name)
      if isSidecar { sidecarRestarts.add(status) }
      if status.state.terminated?.exitCode == 0 { continue }
      if isSidecar, status.started == true {
        if status.ready { readyContainers += 1 }
        continue
      }
      reason = "Init:" + initReason(status.state, index)
      isInitializing = true
      return
    }
  }

  private func initReason(_ state: ContainerState, _ index: Int) -> String {
    if let terminated = state.terminated { return terminated.shortReason }
    if let waiting = state.waiting?.reason, !waiting.isEmpty, waiting != "PodInitializing" {
      return waiting
    }
    return "\(index)/\(pod.spec.initContainers.count)"
  }

  /// The first container's reason wins, so they are read from the last.
  mutating func readContainers() {
    counted = sidecarRestarts
    var failure: String?
    for status in pod.status.containerStatuses.reversed() {
      counted.add(status)
      let state = status.state
      if let waiting = state.waiting, !waiting.reason.isEmpty {
        reason = waiting.reason
      } else if let terminated = state.terminated {
        reason = terminated.shortReason
        if terminated.exitCode != 0 { failure = reason }
      } else if status.ready, state.running != nil {
        hasRunning = true
        readyContainers += 1
      }
    }
    if reason == "Completed" { reason = reasonBesideCompleted(failure) }
  }

  /// What the other containers say where the first has done its work.
  private func reasonBesideCompleted(_ failure: String?) -> String {
    guard hasRunning else { return failure ?? reason }
    let isReady = pod.status.conditions.contains { $0.type == "Ready" && $0.status == "True" }
    return isReady ? "Running" : "NotReady"
  }

  var finalReason: String {
    guard pod.isTerminating else { return reason }
    if pod.status.reason == "NodeLost" { return "Unknown" }
    return pod.isTerminal ? reason : "Terminating"
  }
}

extension ContainerStateTerminated {
  /// The reason, else the signal or the exit code.
  package var shortReason: String {
    guard reason.isEmpty else { return reason }
    return signal != 0 ? "Signal:\(signal)" : "ExitCode:\(exitCode)"
  }
}
