import KubernetesModel
import Provenance

/// How far the Job that a pod works for has come.
struct JobState: Sendable {
  var job: Job

  var reference: ObjectReference {
    ObjectReference(kind: "Job", namespace: job.metadata.namespace, name: job.metadata.name)
  }

  var isComplete: Bool { holds("Complete") }

  /// The condition that says why the Job failed, with its place in the status.
  var failure: (index: Int, condition: JobCondition)? {
    for type in ["Failed", "FailureTarget"] {
      let index = job.status.conditions.firstIndex { $0.type == type && $0.status == "True" }
      if let index { return (index, job.status.conditions[index]) }
    }
    return nil
  }

  /// Whether a later Job of the same CronJob succeeded.
  func isSuperseded(in facts: ClusterFacts) -> Bool {
    guard let owner = job.metadata.controllerReference, let start = job.status.startTime else {
      return false
    }
    return facts.snapshot.jobs.contains { other in
      other.metadata.controllerReference == owner && JobState(job: other).isComplete
        && (other.status.startTime.map { $0.seconds(since: start) > 0 } ?? false)
    }
  }

  private func holds(_ type: String) -> Bool {
    job.status.conditions.contains { $0.type == type && $0.status == "True" }
  }
}

extension PodCase {
  /// The Job that made the pod, where the dump holds it.
  var job: JobState? {
    guard let owner = pod.metadata.controllerReference, owner.kind == "Job" else { return nil }
    return facts.snapshot.jobs.named(owner.name, in: namespace).map(JobState.init)
  }

  /// Whether a later pod of the same Job, which goes on, has succeeded or runs much longer than this one did.
  func isOvertaken(after exit: ContainerLife.Exit) -> Bool {
    guard pod.status.phase == "Failed", let job, job.failure == nil,
      let end = exit.state.finishedAt
    else { return false }
    return facts.pods(in: namespace).contains { other in
      other.metadata.controllerReference == job.reference
        && Self.hasPassed(other, end: end, ran: exit.ranFor ?? 0, now: facts.now)
    }
  }

  private static func hasPassed(
    _ pod: Pod, end: Timestamp, ran: Double, now: Timestamp?
  ) -> Bool {
    pod.status.containerStatuses.contains { status in
      if let done = status.state.terminated {
        return done.exitCode == 0 && (done.finishedAt.map { end < $0 } ?? false)
      }
      guard let start = status.state.running?.startedAt, end < start, let now else { return false }
      let runs = now.seconds(since: start)
      return runs > 60 && runs > 3 * ran
    }
  }
}

extension ClusterFacts {
  /// Jobs that failed, and of which no pod is left that could tell why.
  var failedJobsWithoutPods: [JobState] {
    snapshot.jobs.map(JobState.init).filter { state in
      state.failure != nil && !state.isSuperseded(in: self)
        && !pods(in: state.job.metadata.namespace).contains {
          $0.metadata.controllerReference == state.reference
        }
    }
  }
}
