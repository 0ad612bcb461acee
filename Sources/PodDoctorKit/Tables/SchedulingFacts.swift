import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a refusal that kube-scheduler recorded.
enum SchedulingFacts {
  /// A refusal, the pod, and the field that holds the text.
  struct Base: Sendable {
    var message: SchedulingMessage
    var text: String
    var field: String
    var pod: PodCase
  }

  private static let table = FactTable<Base>([
    "nodes": { .number($0.message.nodes) },
    "text": { .string($0.text) },
    "field": { .string($0.field) },
    "preemption": { .string($0.message.preemption) },
    "reasons": { base in
      .list(
        base.message.reasons.map { reason in
          .map([("count", .number(reason.count ?? 0)), ("text", .string(reason.text))])
        })
    },
  ])

  /// What condition PodScheduled says, else the last FailedScheduling event; nil when neither is there.
  static func recorded(of pod: PodCase) -> FactObject? {
    let conditions = pod.pod.status.conditions
    if let index = conditions.firstIndex(where: { $0.type == "PodScheduled" && $0.status == "False" }),
      let message = SchedulingMessage(conditions[index].message)
    {
      let base = Base(
        message: message, text: conditions[index].message,
        field: "status.conditions[\(index)].message", pod: pod)
      return FactObject(base, table, origin: pod.facts.origin(of: pod.reference))
    }
    let event = pod.events.last { $0.reason == "FailedScheduling" }
    guard let event, let message = SchedulingMessage(event.message) else { return nil }
    let base = Base(message: message, text: event.message, field: "message", pod: pod)
    return FactObject(base, table, origin: pod.facts.origin(of: event.reference))
  }
}
