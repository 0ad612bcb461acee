import KubernetesModel

/// One container of a pod: what it should be, what became of it, and where both stand in the Pod.
struct ContainerLife: Sendable {
  /// What a container is for; decides what its end means.
  enum Role: String, Sendable {
    case initial = "init"
    /// An init container that restarts always and runs beside the others.
    case sidecar
    case app
    case ephemeral
  }

  /// The last end of the container that the status still knows.
  struct Exit: Sendable {
    var state: ContainerStateTerminated
    /// The field that holds it, under the Pod.
    var path: String

    /// Seconds between start and end; nil when either is unknown.
    var ranFor: Double? {
      guard let start = state.startedAt, let end = state.finishedAt else { return nil }
      return end.seconds(since: start)
    }

    /// Its exit code as a text says it.
    var words: String {
      state.isExitCodeKnown ? "exit code \(state.exitCode)" : "an unknown exit code"
    }

    /// Its exit code as evidence shows it.
    var quoted: String { state.isExitCodeKnown ? "\(state.exitCode)" : "not told" }

    /// Whether the dump tells nothing of the end but that there was one.
    var isUntold: Bool { !state.isExitCodeKnown && state.reason.isEmpty && state.signal == 0 }

    /// The signal that ended the program: the recorded one, or the exit code above 128.
    var signal: Int {
      if state.signal != 0 { return Int(state.signal) }
      return state.exitCode > 128 && state.exitCode < 160 ? Int(state.exitCode) - 128 : 0
    }
  }

  var role: Role
  var spec: Container
  var status: ContainerStatus?
  /// `spec.containers[0]` and the like.
  var path: String
  /// `status.containerStatuses[0]` and the like; nil without a status.
  var statusPath: String?

  var waiting: ContainerStateWaiting? { status?.state.waiting }
  var running: ContainerStateRunning? { status?.state.running }
  var restarts: Int { Int(status?.restartCount ?? 0) }
  var isReady: Bool { status?.ready ?? false }

  /// The exit that explains the present: the one of the current state, else of the last.
  var exit: Exit? {
    guard let status, let statusPath else { return nil }
    if let ended = status.state.terminated {
      return Exit(state: ended, path: "\(statusPath).state.terminated")
    }
    return status.lastState.terminated.map {
      Exit(state: $0, path: "\(statusPath).lastState.terminated")
    }
  }

  /// `waiting`, `running`, `terminated`, or `unknown` without a status.
  var state: String {
    if waiting != nil { return "waiting" }
    if running != nil { return "running" }
    return status?.state.terminated != nil ? "terminated" : "unknown"
  }

  /// The reason that the present state gives.
  var reason: String { waiting?.reason ?? status?.state.terminated?.reason ?? "" }
}

extension Pod {
  /// All containers in the order in which they start.
  var containerLives: [ContainerLife] {
    let initial = spec.initContainers.enumerated().map { index, container in
      life(
        of: container, at: "spec.initContainers[\(index)]",
        as: container.restartPolicy == "Always" ? .sidecar : .initial,
        in: status.initContainerStatuses, named: "status.initContainerStatuses")
    }
    let regular = spec.containers.enumerated().map { index, container in
      life(
        of: container, at: "spec.containers[\(index)]", as: .app, in: status.containerStatuses,
        named: "status.containerStatuses")
    }
    return initial + regular
  }

  private func life(
    of container: Container, at path: String, as role: ContainerLife.Role,
    in statuses: [ContainerStatus], named field: String
  ) -> ContainerLife {
    let index = statuses.firstIndex { $0.name == container.name }
    return ContainerLife(
      role: role, spec: container, status: index.map { statuses[$0] }, path: path,
      statusPath: index.map { "\(field)[\($0)]" })
  }
}
