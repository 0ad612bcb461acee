import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a ConfigMap or Secret that a pod names.
enum ReferenceFacts {
  /// A reference with the pod that makes it.
  struct Base: Sendable {
    var reference: PodReference
    var pod: PodCase

    var target: ObjectReference {
      ObjectReference(kind: reference.kind, namespace: pod.namespace, name: reference.name)
    }

    /// The keys of the object; nil when the dump does not hold it.
    var keys: [String]? { pod.facts.keys(of: target) }

    /// The type of the Secret; nil for ConfigMaps, and when the dump does not hold it.
    var secretType: String? {
      guard reference.kind == Secret.kind else { return nil }
      return pod.facts.snapshot.secrets.named(reference.name, in: pod.namespace)?.type
    }
  }

  static let table = FactTable<Base>([
    "kind": { .string($0.reference.kind) },
    "namespace": { .string($0.pod.namespace) },
    "name": { .string($0.reference.name) },
    "key": { .string($0.reference.key) },
    "use": { .string($0.reference.use.rawValue) },
    "optional": { .bool($0.reference.isOptional) },
    "field": { .string($0.reference.path) },
    "container": { .text($0.reference.container) },
    "exists": { .bool($0.keys != nil) },
    "keyExists": { base in .bool(base.keys?.contains(base.reference.key) ?? false) },
    "keys": { .texts(($0.keys ?? []).sorted()) },
    "type": { .text($0.secretType) },
    "known": { .bool($0.pod.facts.holdsSiblings(of: $0.target)) },
  ])

  /// The fact stands for the object that is named, so that `blames` can take it.
  static func object(_ reference: PodReference, of pod: PodCase) -> FactObject {
    let base = Base(reference: reference, pod: pod)
    return FactObject(base, table, origin: pod.facts.origin(of: base.target))
  }
}
