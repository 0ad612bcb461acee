import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a PersistentVolume, besides the fields of its document.
enum VolumeFacts {
  /// A volume, and the facts it is seen among.
  struct Base: Sendable {
    var volume: PersistentVolume
    var facts: ClusterFacts
  }

  static let table = FactTable<Base>([
    "name": { .string($0.volume.metadata.name) },
    "phase": { .string($0.volume.status.phase) },
    "driver": { .text($0.volume.spec.csi?.driver) },
    "size": { .text($0.volume.spec.capacity["storage"]?.description) },
    "modes": { .texts($0.volume.spec.accessModes) },
    "className": { .string($0.volume.spec.storageClassName) },
    "localPath": { .text($0.volume.spec.local?.path ?? $0.volume.spec.hostPath?.path) },
  ])

  static func object(_ volume: PersistentVolume, in facts: ClusterFacts) -> FactObject {
    FactObject(
      Base(volume: volume, facts: facts), table, origin: facts.origin(of: volume.reference))
  }
}

extension PersistentVolume {
  var reference: ObjectReference {
    ObjectReference(kind: "PersistentVolume", name: metadata.name)
  }
}

/// What rules can ask of a VolumeAttachment.
enum AttachmentFacts {
  /// An attachment, and the facts it is seen among.
  struct Base: Sendable {
    var attachment: VolumeAttachment
    var facts: ClusterFacts
  }

  static let table = FactTable<Base>([
    "name": { .string($0.attachment.metadata.name) },
    "node": { .string($0.attachment.spec.nodeName) },
    "attacher": { .string($0.attachment.spec.attacher) },
    "attached": { .bool($0.attachment.status.attached) },
    "deleting": { .bool($0.attachment.metadata.deletionTimestamp != nil) },
    "attachError": { .string($0.attachment.status.attachError?.message ?? "") },
    "detachError": { .string($0.attachment.status.detachError?.message ?? "") },
    "age": { .seconds($0.facts.age(of: $0.attachment.metadata.creationTimestamp)) },
  ])

  /// The attachments of a claim's volume, by name.
  static func all(of claim: ClaimCase) -> [FactObject] {
    guard !claim.claim.spec.volumeName.isEmpty else { return [] }
    return claim.facts.snapshot.volumeAttachments.filter {
      $0.spec.source.persistentVolumeName == claim.claim.spec.volumeName
    }.map { attachment in
      let reference = ObjectReference(kind: "VolumeAttachment", name: attachment.metadata.name)
      return FactObject(
        Base(attachment: attachment, facts: claim.facts), table,
        origin: claim.facts.origin(of: reference))
    }
  }
}
