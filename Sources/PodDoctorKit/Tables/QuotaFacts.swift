import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of the ResourceQuotas and LimitRanges of a namespace, besides the fields of their documents.
enum QuotaFacts {
  /// An object that limits a namespace.
  struct Base: Sendable {
    var object: ObjectReference
  }

  static let table = FactTable<Base>([
    "kind": { .string($0.object.kind) },
    "namespace": { .string($0.object.namespace) },
    "name": { .string($0.object.name) },
  ])

  static func quotas(in namespace: String, of facts: ClusterFacts) -> [FactObject] {
    facts.snapshot.resourceQuotas.filter { $0.metadata.namespace == namespace }.map {
      object(ResourceQuota.kind, $0.metadata, in: facts)
    }
  }

  static func limitRanges(in namespace: String, of facts: ClusterFacts) -> [FactObject] {
    facts.snapshot.limitRanges.filter { $0.metadata.namespace == namespace }.map {
      object(LimitRange.kind, $0.metadata, in: facts)
    }
  }

  private static func object(
    _ kind: String, _ metadata: ObjectMeta, in facts: ClusterFacts
  ) -> FactObject {
    let object = ObjectReference(
      kind: kind, namespace: metadata.namespace, name: metadata.name)
    return FactObject(Base(object: object), table, origin: facts.origin(of: object))
  }
}
