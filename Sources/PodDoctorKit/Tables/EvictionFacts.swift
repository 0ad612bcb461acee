import CEL
import Provenance
import RuleEngine
import YAML

/// What rules can ask of the eviction, by a taint, of a pod's predecessor.
enum EvictionFacts {
  /// An eviction, and the facts it is seen among.
  struct Base: Sendable {
    var eviction: TaintEviction
    var facts: ClusterFacts
  }

  static let table = FactTable<Base>([
    "pod": { .string($0.eviction.podName) },
    "node": { base in
      .fact(NodeFacts.object(.init(health: base.eviction.node, facts: base.facts)))
    },
    "taint": { .string($0.eviction.taint) },
  ])

  /// The fact stands for the event that tells of it.
  static func object(_ eviction: TaintEviction, in facts: ClusterFacts) -> FactObject {
    FactObject(
      Base(eviction: eviction, facts: facts), table,
      origin: facts.origin(of: eviction.event.reference))
  }
}
