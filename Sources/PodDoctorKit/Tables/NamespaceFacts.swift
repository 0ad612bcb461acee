import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a namespace, besides the fields of its document.
enum NamespaceFacts {
  /// A namespace, and the facts it is seen among.
  struct Base: Sendable {
    var namespace: Namespace
    var facts: ClusterFacts
    var reference: ObjectReference {
      ObjectReference(kind: "Namespace", name: namespace.metadata.name)
    }
  }

  static let table = FactTable<Base>([
    "name": { .string($0.namespace.metadata.name) },
    "deletedFor": { .seconds($0.facts.age(of: $0.namespace.metadata.deletionTimestamp)) },
    "pods": { .number($0.facts.pods(in: $0.namespace.metadata.name).count) },
    "held": { base in .facts(HeldFacts.all(in: base)) },
  ])

  static func object(_ namespace: Namespace, in facts: ClusterFacts) -> FactObject {
    let base = Base(namespace: namespace, facts: facts)
    return FactObject(base, table, origin: facts.origin(of: base.reference))
  }
}

/// What rules can ask of an object that finalizers hold in a namespace.
enum HeldFacts {
  /// An object with the finalizers that hold it.
  struct Base: Sendable {
    var object: ObjectReference
    var finalizers: [String]
    var facts: ClusterFacts
  }

  static let table = FactTable<Base>([
    "kind": { .string($0.object.kind) },
    "name": { .string($0.object.name) },
    "namespace": { .string($0.object.namespace) },
    "finalizers": { .texts($0.finalizers) },
    "owners": { base in
      .facts(base.finalizers.map { FinalizerFacts.object($0, in: base.facts) })
    },
  ])

  /// Objects of a namespace that are being deleted and have finalizers left.
  static func all(in base: NamespaceFacts.Base) -> [FactObject] {
    let name = base.namespace.metadata.name
    return HeldObjects.all(in: base.facts.snapshot, namespace: name).compactMap {
      reference, metadata in
      guard metadata.deletionTimestamp != nil, !metadata.finalizers.isEmpty else { return nil }
      return FactObject(
        Base(object: reference, finalizers: metadata.finalizers, facts: base.facts), table,
        origin: base.facts.origin(of: reference))
    }
  }
}
