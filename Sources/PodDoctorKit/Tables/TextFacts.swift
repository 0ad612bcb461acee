import CEL
import RuleEngine
import YAML

/// What rules can ask of a text that a signature recognises.
enum TextFacts {
  /// A text, and the facts it is seen among.
  struct Base: Sendable {
    var text: ClassifiedText
    var facts: ClusterFacts
  }

  static let table = FactTable<Base>([
    "text": { .string($0.text.text) },
    "signature": { .string($0.text.signature.name) },
    "group": { .string($0.text.signature.group) },
    "cause": { .string($0.text.cause) },
    "weight": { .number($0.text.signature.weight) },
    "captures": { .texts($0.text.captures) },
    "reason": { .string($0.text.reason) },
    "field": { .string($0.text.field) },
    "count": { .number($0.text.count) },
    "age": { .seconds($0.facts.age(of: $0.text.last)) },
    "container": { .text($0.text.container) },
  ])

  static func object(_ text: ClassifiedText, in facts: ClusterFacts) -> FactObject {
    FactObject(Base(text: text, facts: facts), table, origin: facts.origin(of: text.source))
  }
}
