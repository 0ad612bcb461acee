import Basics
import KubernetesModel
import Provenance

/// A claim of a waiting pod that keeps it from every node, and why.
struct ClaimTrouble: Sendable {
  var use: ClaimUse
  var cause: String

  /// A claim that waits longer than this for its volume is not just being served.
  private static let patience: Double = 30

  /// The first claim of the pod that is in trouble; `record` may name one that the dump lacks.
  static func first(of pod: PodCase, record: RecordedRefusal?) -> ClaimTrouble? {
    let uses = ClaimUse.likely(in: pod)
    let named = record.flatMap { claimNamed(in: $0.text) }
    for use in uses {
      if let cause = cause(of: use, in: pod, record: record, isNamed: use.name == named) {
        return ClaimTrouble(use: use, cause: cause)
      }
    }
    return nil
  }

  private static func cause(
    of use: ClaimUse, in pod: PodCase, record: RecordedRefusal?, isNamed: Bool
  ) -> String? {
    guard let claim = use.claim else {
      if pod.facts.holds(PersistentVolumeClaim.kind) { return "pvc-not-found" }
      guard isNamed, let record else { return nil }
      return record.refusals.first?.blockers.first?.cause
    }
    if claim.claim.metadata.deletionTimestamp != nil { return "pvc-being-deleted" }
    if claim.isLost { return "pvc-lost" }
    guard claim.claim.status.phase == "Pending" || claim.claim.status.phase.isEmpty,
      claim.claim.spec.volumeName.isEmpty
    else { return nil }
    return unbound(claim, record)
  }

  /// Why nothing is bound to the claim; nil where that waits for the scheduler.
  static func unbound(_ claim: ClaimCase, _ record: RecordedRefusal?) -> String? {
    if claim.lacksClass { return claim.isStatic ? claim.unmatched : "pvc-storageclass-missing" }
    if claim.isStatic {
      let isRefused = record?.refusals.contains { $0.isFor("pvc-no-matching-pv") } ?? true
      return claim.waitsForPod && !isRefused ? nil : claim.unmatched
    }
    if claim.events.contains(where: { $0.reason == "ProvisioningFailed" }) {
      return "pvc-provisioner-missing"
    }
    let isAsked = claim.events.contains { $0.reason == "ExternalProvisioning" }
    if claim.waitsForPod && claim.selectedNode == nil && !isAsked { return nil }
    let age = claim.facts.age(of: claim.claim.metadata.creationTimestamp)
    return (age ?? .infinity) < patience ? nil : "pvc-provisioner-missing"
  }

  /// `persistentvolumeclaim "NAME" not found` and the like.
  private static func claimNamed(in text: String) -> String? {
    guard let start = text.range(of: "persistentvolumeclaim \"") else { return nil }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }
}

extension ClaimCase {
  /// The claim had a volume, and the volume is gone.
  var isLost: Bool {
    if claim.status.phase == "Lost" { return true }
    return claim.status.phase == "Bound" && volume == nil && !claim.spec.volumeName.isEmpty
      && facts.holds(PersistentVolume.kind)
  }

  /// The class that is asked for, or the default one, is known not to exist.
  var lacksClass: Bool {
    if className == "" || storageClass != nil { return false }
    if facts.holds(StorageClass.kind) { return true }
    return events.contains {
      $0.message.range(of: "storageclass") != nil && $0.message.hasSuffix("not found")
    } || (className == nil && events.contains { $0.reason == "FailedBinding" })
  }

  /// Nobody makes volumes for the claim: it has to find one that an administrator made.
  var isStatic: Bool {
    if className == "" || claim.spec.selector != nil { return true }
    if let provisioner { return provisioner == "kubernetes.io/no-provisioner" }
    let name = className ?? ""
    return facts.snapshot.persistentVolumes.contains {
      $0.spec.storageClassName == name
        && $0.metadata.annotations["pv.kubernetes.io/provisioned-by"] == nil
    }
  }

  /// A volume is chosen or made only once the scheduler chose a node.
  var waitsForPod: Bool { storageClass?.volumeBindingMode == "WaitForFirstConsumer" }

  /// The node for which the scheduler had a volume made.
  var selectedNode: String? {
    claim.metadata.annotations["volume.kubernetes.io/selected-node"]
  }

  /// What keeps the claim from the volumes that there are.
  var unmatched: String {
    candidates.first?.mismatches == ["accessModes"]
      ? "pvc-access-mode-mismatch" : "pvc-no-matching-pv"
  }
}
