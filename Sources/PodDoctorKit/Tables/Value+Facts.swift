import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

extension Value {
  /// A text, or null.
  static func text(_ text: String?) -> Value { text.map(Value.string) ?? .null }

  /// A whole number, or null.
  static func number(_ number: Int?) -> Value { number.map { .int(Int64($0)) } ?? .null }

  /// Seconds, or null.
  static func seconds(_ seconds: Double?) -> Value { seconds.map(Value.double) ?? .null }

  static func texts(_ texts: [String]) -> Value { .list(texts.map(Value.string)) }

  static func numbers(_ numbers: [Int]) -> Value { .list(numbers.map { .int(Int64($0)) }) }

  /// A fact, or null.
  static func fact(_ fact: FactObject?) -> Value { fact.map { .map($0) } ?? .null }

  static func facts(_ facts: [FactObject]) -> Value { .list(facts.map { .map($0) }) }

  static func texts(_ texts: [String: String]) -> Value {
    .map(texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
  }

  /// An object by kind, namespace and name, as `blames` takes it.
  static func reference(_ object: ObjectReference) -> Value {
    .map([
      ("kind", .string(object.kind)), ("namespace", .string(object.namespace)),
      ("name", .string(object.name)),
    ])
  }
}

extension ClusterFacts {
  /// Where an object of the dump stands.
  func origin(of object: ObjectReference) -> Origin {
    Origin(object, root: snapshot.document(of: object))
  }
}
