import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a claim, besides the fields of its document.
enum ClaimFacts {
  static let table = FactTable<ClaimCase>([
    "name": { .string($0.claim.metadata.name) },
    "namespace": { .string($0.claim.metadata.namespace) },
    "phase": { .string($0.claim.status.phase) },
    "partial": { .bool($0.facts.snapshot.isPartial($0.reference)) },
    "evented": { .bool($0.isEvented) },
    "hidesRequest": { .bool($0.hidesRequest) },
    "deleting": { .bool($0.claim.metadata.deletionTimestamp != nil) },
    "age": { .seconds($0.facts.age(of: $0.claim.metadata.creationTimestamp)) },
    "className": { .text($0.className) },
    "classExists": { .bool($0.storageClass != nil) },
    "classesKnown": { .bool($0.facts.holds("StorageClass")) },
    "classNames": { .texts($0.facts.snapshot.storageClasses.map(\.metadata.name)) },
    "bindingMode": { .string($0.storageClass?.volumeBindingMode ?? "Immediate") },
    "provisioner": { .text($0.provisioner) },
    "provisions": { .bool(provisions($0)) },
    "driverKnown": { .bool(isDriverKnown($0)) },
    "size": { .text($0.claim.spec.resources.requests["storage"]?.description) },
    "modes": { .texts($0.claim.spec.accessModes) },
    "volume": { base in .fact(base.volume.map { VolumeFacts.object($0, in: base.facts) }) },
    "volumeExists": { .bool($0.volume != nil) },
    "volumesKnown": { .bool($0.facts.holds("PersistentVolume")) },
    "candidates": { base in .facts(base.candidates.map { CandidateFacts.object($0, of: base) }) },
    "users": { .texts($0.users.map(\.metadata.name)) },
    "userNodes": { .texts(userNodes($0)) },
    "events": { base in .facts(base.events.map { EventFacts.object($0, in: base.facts) }) },
    "texts": { base in
      .facts(
        base.events.reversed().compactMap { event in
          base.facts.texts.classify(event).map { TextFacts.object($0, in: base.facts) }
        })
    },
    "attachments": { base in .facts(AttachmentFacts.all(of: base)) },
  ])

  static func object(_ claim: ClaimCase) -> FactObject {
    FactObject(claim, table, origin: claim.facts.origin(of: claim.reference))
  }

  /// Whether someone would have to make the volume, rather than find one.
  private static func provisions(_ claim: ClaimCase) -> Bool {
    guard let provisioner = claim.provisioner else { return false }
    return provisioner != "kubernetes.io/no-provisioner" && claim.className != ""
  }

  private static func isDriverKnown(_ claim: ClaimCase) -> Bool {
    claim.facts.snapshot.csiDrivers.contains { $0.metadata.name == claim.provisioner }
  }

  private static func userNodes(_ claim: ClaimCase) -> [String] {
    Array(Set(claim.users.map(\.spec.nodeName).filter { !$0.isEmpty })).sorted()
  }
}

/// What rules can ask of a volume that could serve a claim.
enum CandidateFacts {
  /// A candidate, and the facts it is seen among.
  struct Base: Sendable {
    var candidate: ClaimCase.Candidate
    var facts: ClusterFacts
  }

  static let table = FactTable<Base>([
    "name": { .string($0.candidate.volume.metadata.name) },
    "mismatches": { .texts($0.candidate.mismatches) },
    "size": { .text($0.candidate.volume.spec.capacity["storage"]?.description) },
    "modes": { .texts($0.candidate.volume.spec.accessModes) },
    "className": { .string($0.candidate.volume.spec.storageClassName) },
    "boundToNodes": { .bool($0.candidate.volume.spec.nodeAffinity != nil) },
  ])

  static func object(_ candidate: ClaimCase.Candidate, of claim: ClaimCase) -> FactObject {
    FactObject(
      Base(candidate: candidate, facts: claim.facts), table,
      origin: claim.facts.origin(of: candidate.volume.reference))
  }
}

/// What rules can ask of a claim as one pod uses it.
enum ClaimUseFacts {
  static let table = FactTable<ClaimUse>([
    "name": { .string($0.name) },
    "field": { .string($0.path) },
    "ephemeral": { .bool($0.isEphemeral) },
    "exists": { .bool($0.claim != nil) },
    "claim": { base in .fact(base.claim.map(ClaimFacts.object)) },
  ])

  /// The fact stands for the claim that is named, so that `blames` can take it.
  static func object(_ use: ClaimUse, of pod: PodCase) -> FactObject {
    let reference = ObjectReference(
      kind: "PersistentVolumeClaim", namespace: pod.namespace, name: use.name)
    return FactObject(use, table, origin: pod.facts.origin(of: reference))
  }
}
