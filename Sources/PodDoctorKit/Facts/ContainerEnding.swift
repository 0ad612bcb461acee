import KubernetesModel
import Synchronization

/// What the last end of a container was, as far as it still matters.
enum ContainerEnding: String, Sendable {
  /// It has not ended, or what came after its end is the story now.
  case none = ""
  /// Exit code 0.
  case completed
  /// Any other exit code of its own.
  case failed
  /// The kernel killed it for its memory.
  case outOfMemory = "oom"
  /// The runtime could not start the program.
  case start
  /// A liveness or startup probe had it killed.
  case probe
  /// Its postStart hook failed.
  case hook
  /// The pod as a whole was ended: deleted, evicted, past its deadline, on a node that shut down.
  case stopped
}

extension ContainerCase {
  /// Ends longer ago than this are history once the container runs again.
  private static let recently: Double = 600
  /// The restarts that make a loop of ends.
  private static let loop = 2
  private static let startReasons: Set = ["StartError", "ContainerCannotRun"]

  /// What the last end was, as far as it still matters; judged once.
  func ending(in pod: PodCase) -> ContainerEnding {
    if let known = knownEnding.withLock({ $0 }) { return known }
    let ending = judgedEnding(in: pod)
    knownEnding.withLock { $0 = ending }
    return ending
  }

  /// Judges the last end by its reason, the events around it, and what became of the pod.
  private func judgedEnding(in pod: PodCase) -> ContainerEnding {
    if life.waiting?.reason == "PostStartHookError" { return .hook }
    guard let exit = life.exit, matters(exit, in: pod) else { return .none }
    if pod.isStopped || exit.state.reason == "ContainerStatusUnknown" { return .stopped }
    if Self.startReasons.contains(exit.state.reason) { return .start }
    if exit.state.reason == "OOMKilled" { return .outOfMemory }
    if hookFailed(before: exit, in: pod) { return .hook }
    if killer(in: pod) != nil { return .probe }
    if exit.state.exitCode == 0 { return life.role == .initial ? .none : .completed }
    return .failed
  }

  /// Whether the container ends again and again by itself, so that there is something to find out about its end.
  func keepsEnding(in pod: PodCase) -> Bool {
    switch ending(in: pod) {
    case .none, .stopped: false
    case .completed, .failed, .outOfMemory, .start, .probe, .hook: true
    }
  }

  private func matters(_ exit: ContainerLife.Exit, in pod: PodCase) -> Bool {
    if let job = pod.job, job.isComplete || job.isSuperseded(in: pod.facts) { return false }
    if pod.isOvertaken(after: exit) { return false }
    if let waiting = life.waiting { return waiting.reason == "CrashLoopBackOff" }
    if exit.isUntold { return false }
    guard let running = life.running, let age = pod.facts.age(of: exit.state.finishedAt) else {
      return true
    }
    return age < Self.recently && !hasRecovered(from: exit, since: running.startedAt, in: pod)
  }

  /// Whether the container has run so much longer by now that its end was a single mishap.
  private func hasRecovered(
    from exit: ContainerLife.Exit, since start: Timestamp?, in pod: PodCase
  ) -> Bool {
    life.restarts < Self.loop && outlives(exit, since: start, in: pod)
  }

  /// Whether the container ended several times and has run much longer by now than when it ended last.
  ///
  /// Until it has run for ten minutes the kubelet does not trust it either: its next back-off would go on from the
  /// last one.
  func isRecovering(in pod: PodCase) -> Bool {
    guard let running = life.running, let exit = life.exit else { return false }
    return life.restarts >= Self.loop && outlives(exit, since: running.startedAt, in: pod)
      && keepsEnding(in: pod)
  }

  private func outlives(
    _ exit: ContainerLife.Exit, since start: Timestamp?, in pod: PodCase
  ) -> Bool {
    guard let runs = pod.facts.age(of: start), let ran = exit.ranFor else { return false }
    return runs > 30 && runs > 3 * ran
  }

  /// The kubelet kills a container whose hook failed, so that the hook's event lies near the end.
  private func hookFailed(before exit: ContainerLife.Exit, in pod: PodCase) -> Bool {
    pod.events.contains { event in
      guard event.reason == "FailedPostStartHook",
        event.container == life.name || event.container == nil && isOnly
      else { return false }
      guard let last = event.last, let end = exit.state.finishedAt else { return true }
      return last.seconds(since: end) > -60
    }
  }
}

extension PodCase {
  /// Whether something ended the pod as a whole, so that the ends of its containers mean nothing.
  var isStopped: Bool {
    deletion != nil || !pod.status.reason.isEmpty
      || pod.status.conditions.contains { $0.type == "DisruptionTarget" && $0.status == "True" }
  }
}
