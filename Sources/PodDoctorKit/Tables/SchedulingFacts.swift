import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a refusal that kube-scheduler recorded.
enum SchedulingFacts {
  private static let table = FactTable<RecordedRefusal>([
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
    RecordedRefusal(of: pod).map { FactObject($0, table, origin: pod.facts.origin(of: $0.source)) }
  }
}
