import CEL
import Provenance
import RuleEngine
import YAML

/// What rules can ask of an event.
enum EventFacts {
  /// An event, and the facts it is seen among.
  struct Base: Sendable {
    var event: EventNote
    var facts: ClusterFacts
  }

  static let table = FactTable<Base>([
    "reason": { .string($0.event.reason) },
    "message": { .string($0.event.message) },
    "warning": { .bool($0.event.isWarning) },
    "count": { .number($0.event.count) },
    "age": { .seconds($0.facts.age(of: $0.event.last)) },
    "container": { .text($0.event.container) },
    "means": { .text($0.facts.glossary["events", $0.event.reason]?.says) },
  ])

  static func object(_ event: EventNote, in facts: ClusterFacts) -> FactObject {
    FactObject(
      Base(event: event, facts: facts), table, origin: facts.origin(of: event.reference))
  }
}
