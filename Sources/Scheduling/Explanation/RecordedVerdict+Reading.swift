import KubernetesModel
import Provenance

extension RecordedVerdict {
  /// Finds the newest record about a pod and holds it against the simulated outcome; nil without a record.
  init?(of outcome: PodOutcome, in cluster: ClusterState) {
    guard let record = SchedulerRecord.newest(about: outcome.pod, in: cluster.snapshot) else {
      return nil
    }
    let judge = RecordComparison(record, outcome, cluster)
    self.init(
      source: record.source, message: record.message, time: record.time,
      agreement: judge.agreement,
      explanations: judge.agreement == .different ? judge.explanations : [])
  }
}

/// One text of the scheduler about a pod, as the dump has it.
struct SchedulerRecord {
  var source: FieldReference
  var message: String
  var time: Timestamp?

  /// Of the condition and the events the newest; at the same time the condition, which is never cut off.
  static func newest(about pod: PodInfo, in snapshot: ClusterSnapshot) -> SchedulerRecord? {
    let records = [condition(of: pod)].compactMap(\.self) + events(about: pod, in: snapshot)
    return records.enumerated().max { one, other in
      let times = (one.element.time ?? .distantPast, other.element.time ?? .distantPast)
      return times.0 == times.1 ? one.offset > other.offset : times.0 < times.1
    }?.element
  }

  private static func condition(of pod: PodInfo) -> SchedulerRecord? {
    let conditions = pod.pod.status.conditions
    guard let index = conditions.firstIndex(where: { $0.type == "PodScheduled" }),
      conditions[index].status == "False", !conditions[index].message.isEmpty
    else { return nil }
    let condition = conditions[index]
    return SchedulerRecord(
      source: FieldReference(pod.reference, "status.conditions[\(index)].message"),
      message: condition.message, time: condition.lastTransitionTime)
  }

  private static func events(about pod: PodInfo, in snapshot: ClusterSnapshot) -> [SchedulerRecord]
  {
    snapshot.events(about: pod.reference, uid: pod.uid)
      .filter { $0.reason == "FailedScheduling" && !$0.message.isEmpty }
      .map { event in
        let name = ObjectReference(
          kind: "Event", namespace: event.metadata.namespace, name: event.metadata.name)
        return SchedulerRecord(
          source: FieldReference(name, "message"), message: event.message, time: event.lastSeen)
      }
  }
}

extension Timestamp {
  fileprivate static let distantPast = Timestamp(seconds: .min, nanoseconds: 0)
}
