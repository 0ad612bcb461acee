import KubernetesModel
import YAML

/// One container of a pod: what it should be, what became of it, and where both stand in the Pod.
///
/// An object, and its parts stay in the lists of the pod: a container and a status are dozens of parts to count.
final class ContainerLife: Sendable {
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

  let role: Role
  let name: String
  /// `spec.containers[0]` and the like.
  let path: String
  /// `status.containerStatuses[0]` and the like; nil without a status.
  let statusPath: String?
  let waiting: ContainerStateWaiting?
  let running: ContainerStateRunning?
  /// The exit that explains the present: the one of the current state, else of the last.
  let exit: Exit?
  let restarts: Int
  let isReady: Bool
  private let containers: [Container]
  private let place: Int
  private let statuses: [ContainerStatus]
  private let statusPlace: Int?

  /// The container at a place in a list of the spec, with what a list of the status says of it.
  init(
    _ role: Role, at place: Int, of containers: [Container], _ statuses: [ContainerStatus],
    in statusList: String
  ) {
    let statusPlace = statuses.indices.first { statuses[$0].name == containers[place].name }
    let statusPath = statusPlace.map { "\(statusList)[\($0)]" }
    self.role = role
    name = containers[place].name
    self.place = place
    self.containers = containers
    self.statuses = statuses
    self.statusPlace = statusPlace
    self.statusPath = statusPath
    path = role == .app ? "spec.containers[\(place)]" : "spec.initContainers[\(place)]"
    guard let statusPlace, let statusPath else {
      (waiting, running, exit, restarts, isReady) = (nil, nil, nil, 0, false)
      return
    }
    waiting = statuses[statusPlace].state.waiting
    running = statuses[statusPlace].state.running
    restarts = Int(statuses[statusPlace].restartCount)
    isReady = statuses[statusPlace].ready
    exit =
      statuses[statusPlace].state.terminated.map {
        Exit(state: $0, path: "\(statusPath).state.terminated")
      }
      ?? statuses[statusPlace].lastState.terminated.map {
        Exit(state: $0, path: "\(statusPath).lastState.terminated")
      }
  }

  /// The list of the pod's spec that it is in.
  var list: String { role == .app ? "containers" : "initContainers" }

  /// Whether its list holds no other.
  var isOnlyOne: Bool { containers.count == 1 }

  /// Where it stands in the pod's document.
  func node(in root: YAMLNode) -> YAMLNode? { root["spec"]?[list]?[place] }

  /// Whether the kubelet says that it has started.
  var hasStarted: Bool { statusPlace.flatMap { statuses[$0].started } ?? false }

  var spec: Container {
    _read { yield containers[place] }
  }

  var status: ContainerStatus? { statusPlace.map { statuses[$0] } }

  /// The end of the present run.
  var terminated: ContainerStateTerminated? {
    statusPlace.flatMap { statuses[$0].state.terminated }
  }

  /// The end of the run before.
  var lastTerminated: ContainerStateTerminated? {
    statusPlace.flatMap { statuses[$0].lastState.terminated }
  }

  /// `waiting`, `running`, `terminated`, or `unknown` without a status.
  var state: String {
    if waiting != nil { return "waiting" }
    if running != nil { return "running" }
    return terminated != nil ? "terminated" : "unknown"
  }

  /// The reason that the present state gives.
  var reason: String { waiting?.reason ?? terminated?.reason ?? "" }
}

extension Pod {
  /// All containers in the order in which they start.
  var containerLives: [ContainerLife] {
    let (initial, regular) = (spec.initContainers, spec.containers)
    return initial.indices.map { place in
      ContainerLife(
        initial[place].restartPolicy == "Always" ? .sidecar : .initial, at: place, of: initial,
        status.initContainerStatuses, in: "status.initContainerStatuses")
    }
      + regular.indices.map { place in
        ContainerLife(
          .app, at: place, of: regular, status.containerStatuses, in: "status.containerStatuses")
      }
  }
}
