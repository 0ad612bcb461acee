import CEL
import Provenance
import RuleEngine
import YAML

/// What rules can ask of an object with warnings, besides the fields of its document where the dump holds it.
enum EventedObjectFacts {
  static let table = FactTable<EventedObject>([
    "name": { .string($0.reference.name) },
    "namespace": { .string($0.reference.namespace) },
    "kind": { .string($0.reference.kind) },
    "claim": { base in .fact(base.claim.map(ClaimFacts.object)) },
    "claimCause": { .text($0.claimCause) },
    "podsKnown": { .bool(!$0.facts.pods(in: $0.reference.namespace).isEmpty) },
    "unexplained": { base in
      .facts(base.unexplained.map { EventFacts.object($0, in: base.facts) })
    },
  ])

  static func object(_ object: EventedObject) -> FactObject {
    FactObject(object, table, origin: object.facts.origin(of: object.reference))
  }
}
