import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a volume of a pod, besides the fields of its entry in `spec.volumes`.
enum PodVolumeFacts {
  /// A volume with the pod it belongs to.
  struct Base: Sendable {
    var volume: PodVolume
    var pod: PodCase
  }

  static let table = FactTable<Base>([
    "name": { .string($0.volume.volume.name) },
    "field": { .string($0.volume.path) },
    "source": { .string($0.volume.source) },
    "sourceName": { .string($0.volume.sourceName) },
    "spokenName": { .string($0.volume.spokenName) },
    "driver": { .text($0.volume.driver) },
    "claim": { base in .fact(base.volume.claim.map { ClaimUseFacts.object($0, of: base.pod) }) },
    "mountedBy": { .texts($0.volume.mountedBy) },
  ])

  static func object(_ volume: PodVolume, of pod: PodCase) -> FactObject {
    var origin = pod.origin
    origin.node = origin.root?.node(at: FieldPath(parsing: volume.path))
    return FactObject(Base(volume: volume, pod: pod), table, origin: origin)
  }
}
