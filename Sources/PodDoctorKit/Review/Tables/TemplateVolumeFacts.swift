import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a volume of a pod template, besides the fields of its document.
enum TemplateVolumeFacts {
  /// A volume with its template.
  struct Base: Sendable {
    var volume: Volume
    var pod: TemplateCase
  }

  private static let table = FactTable<Base>([
    "name": { .string($0.volume.name) },
    "mounts": { base in .facts(mounts(of: base)) },
    "claim": { base in .fact(claim(of: base)) },
  ])

  static func all(of pod: TemplateCase) -> [FactObject] {
    pod.pod.spec.volumes.indices.map { object($0, of: pod) }
  }

  /// The volume of this name; nil when the pod has none.
  static func object(named name: String, of pod: TemplateCase) -> FactObject? {
    pod.pod.spec.volumes.firstIndex { $0.name == name }.map { object($0, of: pod) }
  }

  private static func object(_ index: Int, of pod: TemplateCase) -> FactObject {
    FactObject(
      Base(volume: pod.pod.spec.volumes[index], pod: pod), table,
      origin: pod.origin(ofSpec: "volumes", index))
  }

  /// The claim that the volume names, where the set holds it.
  private static func claim(of base: Base) -> FactObject? {
    guard let name = base.volume.persistentVolumeClaim?.claimName else { return nil }
    let manifests = base.pod.manifests
    let claim = ObjectReference(
      kind: PersistentVolumeClaim.kind, namespace: base.pod.namespace, name: name)
    return manifests.manifest(of: claim).map { ManifestFacts.object($0, in: manifests) }
  }

  private static func mounts(of base: Base) -> [FactObject] {
    base.pod.containers.flatMap { container in
      TemplateMountFacts.all(of: container).filter {
        $0.mount.name == base.volume.name
      }.map(TemplateMountFacts.object)
    }
  }
}

/// What rules can ask of a volume mount, besides the fields of its document.
enum TemplateMountFacts {
  /// A mount with its container.
  struct Base: Sendable {
    var mount: VolumeMount
    var index: Int
    var container: TemplateContainer
  }

  private static let table = FactTable<Base>([
    "name": { .string($0.mount.name) },
    "container": { .string($0.container.spec.name) },
    "readOnly": { .bool($0.mount.readOnly) },
    "volume": { base in
      .fact(TemplateVolumeFacts.object(named: base.mount.name, of: base.container.pod))
    },
  ])

  static func all(of container: TemplateContainer) -> [Base] {
    container.spec.volumeMounts.enumerated().map {
      Base(mount: $1, index: $0, container: container)
    }
  }

  static func object(_ base: Base) -> FactObject {
    FactObject(
      base, table, origin: base.container.origin(of: "volumeMounts", base.index))
  }
}
