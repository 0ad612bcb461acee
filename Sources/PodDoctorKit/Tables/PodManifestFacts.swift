import CEL
import KubernetesModel
import Provenance
import RuleEngine

/// What rules can ask of the object that a person changes to change a pod.
enum PodManifestFacts {
  static let table = FactTable<PodManifest>([
    "kind": { .string($0.object.kind) },
    "namespace": { .string($0.object.namespace) },
    "name": { .string($0.object.name) },
    "podSpec": { .string(podSpec(of: $0)) },
    "rollsOut": { .bool($0.rollsOut) },
  ])

  static func object(of pod: PodCase) -> FactObject {
    FactObject(pod.manifest, table)
  }

  /// Where the spec of the pods stands in the manifest, as a JSONPath.
  static func podSpec(of manifest: PodManifest) -> String {
    ((manifest.templateKeys ?? ["spec", "template"]) + ["spec"]).map { ".\($0)" }.joined()
  }
}
