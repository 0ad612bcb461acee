import KubernetesModel

/// One container of a pod as far as a row lets it be told.
struct ContainerSketch: Sendable {
  enum State: Sendable {
    /// The row does not tell.
    case unknown
    case running
    case waiting(String)
    case ended(PodStatusWord.Ending)
  }

  var state = State.unknown
  var isReady = false
  /// Whether it is an init container that runs beside the others.
  var isSidecar = false
  var restarts: Int32 = 0
  /// When it ended last before it was started again.
  var lastEnd: Timestamp?

  static let ready = ContainerSketch(state: .running, isReady: true)
  static let sidecar = ContainerSketch(state: .running, isReady: true, isSidecar: true)
  static let completed = ContainerSketch(
    state: .ended(PodStatusWord.Ending(reason: "Completed", exitCode: 0)))

  /// Whether it ended before what the row shows of it.
  var hasEnded: Bool {
    if case .waiting("CrashLoopBackOff") = state { return true }
    return lastEnd != nil && restarts > 0
  }
}
