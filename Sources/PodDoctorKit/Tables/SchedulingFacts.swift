import Basics
import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a refusal that kube-scheduler recorded.
enum SchedulingFacts {
  static let table = FactTable<RecordedRefusal>([
    "nodes": { .number($0.message.nodes) },
    "text": { .string($0.text) },
    "field": { .string($0.field) },
    "summary": { .string(summary(of: $0)) },
    "preemption": { .string($0.message.preemption) },
    "reasons": { base in
      .list(
        base.message.reasons.map { reason in
          .map([("count", .number(reason.count ?? 0)), ("text", .string(reason.text))])
        })
    },
  ])

  /// The reasons, the least deliberate first, without what was tried afterwards.
  private static func summary(of record: RecordedRefusal) -> String {
    let reasons = record.message.reasons.enumerated().map { order, reason in
      (tier: PlacementBlocker(reason: reason.text)?.tier ?? .room, order: order, reason: reason)
    }
    return reasons.sorted { ($0.tier.rawValue, $0.order) < ($1.tier.rawValue, $1.order) }
      .map { _, _, reason in
        let text = reason.text.range(of: ". ").map { reason.text[..<$0.lowerBound] }
        return "\(reason.count.map { "\($0) " } ?? "")\(text ?? reason.text[...])"
      }.joined(separator: ", ")
  }

  /// What condition PodScheduled says, else the last FailedScheduling event; nil when neither is there.
  static func recorded(of pod: PodCase) -> FactObject? {
    RecordedRefusal(of: pod).map { FactObject($0, table, origin: pod.facts.origin(of: $0.source)) }
  }
}
