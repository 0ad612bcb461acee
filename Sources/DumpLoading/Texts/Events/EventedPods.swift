import Findings
import KubernetesModel
import Provenance
import YAML

/// The pods that only events tell of, in a dump that shows none, and those of which a text shows no state: as far as
/// their newest event tells of a failure.
///
/// Of all others nothing is said, since events do not tell whether a pod runs or is gone.
struct EventedPods {
  private(set) var pods: [LoadedObject] = []

  /// Pods that are being ended, of which their last events tell, are no matter.
  private static let endings: Set<String> = [
    "Killing", "Preempted", "Evicted", "TaintManagerEviction",
  ]
  /// What follows a failure that is over.
  private static let progress: Set<String> = ["Scheduled", "Pulled", "Started", "Created"]
  /// A container that has run for this long does not fail for the reason that it failed for before.
  private static let longestBackOff: Int64 = 600
  /// Failures that last are told again every few minutes; of a pod that has been silent for longer than this nobody
  /// knows whether it is still there.
  private static let longestSilence: Int64 = 900

  init(in snapshot: ClusterSnapshot) {
    let arePodsUnknown = snapshot.pods.isEmpty && !snapshot.holds(kind: Pod.kind)
    let stateless = Self.stateless(snapshot)
    guard arePodsUnknown || !stateless.isEmpty else { return }
    let newest = snapshot.events.map(Self.seconds).max() ?? 0
    for (pod, events) in Self.eventsByPod(snapshot.events)
    where arePodsUnknown || stateless.contains(pod) {
      guard let event = Self.failing(events), let failure = EventedFailure(event),
        event.lastSeen == nil || Self.lead(of: newest, over: event) <= Self.longestSilence
      else { continue }
      let reference = ObjectReference(
        kind: Event.kind, namespace: event.metadata.namespace, name: event.metadata.name)
      var document = Self.document(
        event, failure, on: failure.isScheduled ? Self.node(in: events) : "",
        at: snapshot.place(of: reference))
      if let shown = snapshot.document(of: pod) {
        document = TextMerge.merged(document.root, with: [shown])
      }
      pods.append(
        LoadedObject(
          decoding: document.root, apiVersion: Pod.apiVersion, kind: Pod.kind, origin: .text))
    }
  }

  /// The pods that texts show without a phase and without the states of containers.
  private static func stateless(_ snapshot: ClusterSnapshot) -> Set<ObjectReference> {
    var pods: Set<ObjectReference> = []
    let isStateless = snapshot.pods.indices.filter {
      snapshot.pods[$0].status.phase.isEmpty && snapshot.pods[$0].status.containerStatuses.isEmpty
    }
    for pod in isStateless.map({ snapshot.pods[$0] }) {
      let reference = ObjectReference(
        kind: Pod.kind, namespace: pod.metadata.namespace, name: pod.metadata.name)
      if snapshot.isPartial(reference) { pods.insert(reference) }
    }
    return pods
  }

  /// The events of each pod that they name, the pods in the order in which they come up.
  private static func eventsByPod(
    _ events: [Event]
  ) -> [(pod: ObjectReference, events: [Event])] {
    var positions: [ObjectReference: Int] = [:]
    var groups: [(pod: ObjectReference, events: [Event])] = []
    for event in events {
      let object = event.involvedObject
      guard object.kind == Pod.kind, !object.name.isEmpty else { continue }
      let pod = ObjectReference(kind: Pod.kind, namespace: object.namespace, name: object.name)
      if let position = positions[pod] {
        groups[position].events.append(event)
      } else {
        positions[pod] = groups.count
        groups.append((pod, [event]))
      }
    }
    return groups
  }

  /// The newest event that tells of a failure, unless the pod got on after it or is being ended.
  private static func failing(_ events: [Event]) -> Event? {
    var newest: Event?
    for event in events where EventedFailure(event) != nil {
      if let newest, seconds(of: newest) > seconds(of: event) { continue }
      newest = event
    }
    guard let newest, !events.contains(where: { ends(newest, with: $0) }) else { return nil }
    return newest
  }

  /// The node that the events name; empty where none does.
  private static func node(in events: [Event]) -> String {
    for event in events.reversed() {
      if event.source.component == "kubelet", !event.source.host.isEmpty {
        return event.source.host
      }
      guard event.reason == "Scheduled" else { continue }
      if let node = event.message.behind("Successfully assigned ")?.behind(" to ") {
        return String(node)
      }
    }
    return ""
  }

  /// Whether what `failure` told is over with `event`.
  private static func ends(_ failure: Event, with event: Event) -> Bool {
    let lead = lead(of: seconds(of: event), over: failure)
    if endings.contains(event.reason) { return lead >= 0 }
    guard progress.contains(event.reason) else { return false }
    // A container that crashes is started again and again.
    let isLoop = EventedFailure(failure)?.isRunning == true
    return lead > (isLoop ? longestBackOff : 0)
  }

  /// By how many seconds a time is later than an event was seen last.
  private static func lead(of time: Int64, over event: Event) -> Int64 {
    time.subtractingReportingOverflow(seconds(of: event)).partialValue
  }

  /// When an event was seen last; events that do not tell it come first.
  private static func seconds(of event: Event) -> Int64 { event.lastSeen?.seconds ?? 0 }
}

extension EventedPods {
  private static func document(
    _ event: Event, _ failure: EventedFailure, on node: String, at place: Place?
  ) -> Document {
    var builder = DocumentBuilder(
      file: place?.file ?? "", at: place?.mark ?? Mark(line: 1, column: 1))
    builder.mapping { pod in
      pod.field("apiVersion", Pod.apiVersion)
      pod.field("kind", Pod.kind)
      pod.mapping("metadata") { metadata in
        metadata.field("name", event.involvedObject.name)
        metadata.fill("namespace", event.involvedObject.namespace)
        metadata.fill("uid", event.involvedObject.uid)
      }
      pod.mapping("spec") { spec in
        spec.fill("nodeName", node)
        if let container = failure.container {
          spec.single(container.isInitial ? "initContainers" : "containers") {
            $0.field("name", container.name)
          }
        }
      }
      pod.mapping("status") { $0.status(of: failure) }
    }
    return builder.finish()
  }
}

extension DocumentBuilder {
  fileprivate mutating func status(of failure: EventedFailure) {
    field("phase", failure.isRunning ? "Running" : "Pending")
    field(
      "conditions",
      sequence: { conditions in
        if failure.isScheduled {
          conditions.condition("PodScheduled", "True")
          conditions.condition("Ready", "False")
        } else {
          conditions.condition("PodScheduled", "False", reason: "Unschedulable")
        }
      })
    guard let container = failure.container else { return }
    single(container.isInitial ? "initContainerStatuses" : "containerStatuses") { status in
      status.field("name", container.name)
      status.field("ready", false)
      guard !container.waiting.isEmpty else { return }
      status.mapping("state") { state in
        state.mapping("waiting") { $0.field("reason", container.waiting) }
      }
      guard container.waiting == "CrashLoopBackOff" else { return }
      status.mapping("lastState") { state in
        state.mapping("terminated") {
          $0.field("exitCode", ContainerStateTerminated.unknownExitCode)
        }
      }
    }
  }

  /// Adds an entry whose value is a sequence of one mapping.
  fileprivate mutating func single(_ name: String, _ body: (inout DocumentBuilder) -> Void) {
    field(name, sequence: { $0.mapping(body) })
  }
}
