import Basics
import KubernetesModel
import Provenance

/// What the dump records of the scheduler's last word about a pod.
struct RecordedRefusal: Sendable {
  var message: SchedulingMessage
  var text: String
  /// The object that holds the text: the Pod, or an Event.
  var source: ObjectReference
  var field: String

  /// What condition PodScheduled says, else its last FailedScheduling event; nil when neither is there.
  init?(of pod: PodCase) {
    let conditions = pod.pod.status.conditions
    if let index = conditions.firstIndex(where: {
      $0.type == "PodScheduled" && $0.status == "False"
    }),
      conditions[index].reason != "SchedulingGated",
      let message = SchedulingMessage(recorded: conditions[index].message)
    {
      self.init(
        message: message, text: conditions[index].message, source: pod.reference,
        field: "status.conditions[\(index)].message")
      return
    }
    // Autoscalers such as Karpenter write events of the same reason; the scheduler's own count nodes.
    let events = pod.events.filter { $0.reason == "FailedScheduling" }
    let event = events.last { SchedulingMessage($0.message) != nil } ?? events.last
    guard let event, let message = SchedulingMessage(recorded: event.message) else { return nil }
    self.init(message: message, text: event.message, source: event.reference, field: "message")
  }

  private init(message: SchedulingMessage, text: String, source: ObjectReference, field: String) {
    self.message = message
    self.text = text
    self.source = source
    self.field = field
  }

  /// The refusals by their numbers; a reason without one speaks of all nodes.
  var refusals: [NodeRefusal] {
    message.reasons.compactMap { reason in
      PlacementBlocker(reason: reason.text).map {
        NodeRefusal(name: nil, count: reason.count ?? max(1, message.nodes), blockers: [$0])
      }
    }
  }
}

extension SchedulingMessage {
  /// Also a text without numbers of nodes, as one clause.
  init?(recorded recordedText: String) {
    let text = Self.withoutPlugin(recordedText)
    if let message = SchedulingMessage(text) {
      self = message
    } else {
      guard !text.isEmpty else { return nil }
      self.init(available: 0, nodes: 0, reasons: [Reason(count: nil, text: text)], preemption: "")
    }
  }

  /// A text without `running "X" filter plugin for pod "web": `, which Kubernetes 1.17 to 1.19 put before what a
  /// plugin said.
  private static func withoutPlugin(_ text: String) -> String {
    guard let plugin = text.range(of: " filter plugin for pod \""),
      text[..<plugin.lowerBound].range(of: "running \"") != nil,
      let end = text[plugin.upperBound...].range(of: "\": ")
    else { return text }
    return String(text[end.upperBound...])
  }
}
