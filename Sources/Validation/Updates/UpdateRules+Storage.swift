import KubernetesModel

// As ValidatePersistentVolumeClaimUpdate, ValidatePersistentVolumeUpdate, ValidateStorageClassUpdate,
// ValidateCSIDriverUpdate and the admission plugin PersistentVolumeClaimResize have it.
extension UpdateRules {
  private static let claim =
    "spec is immutable after creation except resources.requests and volumeAttributesClassName "
    + "for bound claims"
  private static let resize =
    "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc "
    + "must support resize"
  private static let source = "spec.persistentvolumesource is immutable after creation"
  /// What of a volume is not where it is.
  private static let besidesSource: Set<String> = [
    "capacity", "accessModes", "claimRef", "persistentVolumeReclaimPolicy", "storageClassName",
    "mountOptions", "volumeMode", "nodeAffinity", "volumeAttributesClassName",
  ]

  mutating func claim(
    _ new: PersistentVolumeClaim, _ old: PersistentVolumeClaim, of storageClass: StorageClass?
  ) {
    let isBound = old.status.phase == "Bound"
    let stored = old.withDefaults.spec
    var free: Set = ["volumeAttributesClassName", "resources.requests.storage"]
    // Who had none yet may get one.
    if stored.storageClassName == nil { free.insert("storageClassName") }
    if stored.volumeName.isEmpty { free.insert("volumeName") }
    if let path = StatedDifference.between(new.spec, stored, at: "spec", besides: free) {
      refuse(path, "spec: Forbidden: \(Self.claim)")
    }
    guard let wanted = new.spec.resources.requests["storage"],
      let before = stored.resources.requests["storage"], wanted != before
    else { return }
    let path = "spec.resources.requests.storage"
    guard isBound else { return refuse(path, "spec: Forbidden: \(Self.claim)") }
    if wanted < before {
      if let capacity = old.status.capacity["storage"], wanted <= capacity {
        forbidden(path, "field can not be less than status.capacity")
      }
    } else if let storageClass, storageClass.allowVolumeExpansion != true {
      let name = GoNotation.quoted(new.metadata.name)
      refuse(path, "persistentvolumeclaims \(name) is forbidden: \(Self.resize)")
    }
  }

  mutating func volume(_ new: PersistentVolume, _ old: PersistentVolume) {
    let old = old.withDefaults.spec
    var free = Self.besidesSource
    // A volume without such a secret may get one, to be expanded with.
    if old.csi?.controllerExpandSecretRef == nil { free.insert("csi.controllerExpandSecretRef") }
    if let path = StatedDifference.between(new.spec, old, at: "spec", besides: free) {
      refuse(path, "spec.persistentvolumesource: Forbidden: \(Self.source)")
    }
    immutable("spec.volumeMode", new.spec.volumeMode, old.volumeMode)
  }

  mutating func storageClass(_ new: StorageClass, _ old: StorageClass) {
    let old = old.withDefaults
    if !new.parameters.isEmpty, new.parameters != old.parameters {
      forbidden("parameters", "updates to parameters are forbidden.")
    }
    if new.provisioner != old.provisioner {
      forbidden("provisioner", "updates to provisioner are forbidden.")
    }
    if let policy = new.reclaimPolicy, policy != old.reclaimPolicy {
      forbidden("reclaimPolicy", "updates to reclaimPolicy are forbidden.")
    }
    immutable("volumeBindingMode", new.volumeBindingMode, old.volumeBindingMode)
  }

  mutating func driver(_ new: CSIDriver, _ old: CSIDriver) {
    if let wanted = new.spec.attachRequired, wanted != old.spec.attachRequired ?? true {
      // The API server itself names the field so.
      refuse(
        "spec.attachRequired",
        "spec.attachedRequired: Invalid value: \(wanted): \(Self.isImmutable)")
    }
    let (modes, known) = (new.spec.volumeLifecycleModes, old.spec.volumeLifecycleModes)
    if !modes.isEmpty, modes != (known.isEmpty ? ["Persistent"] : known) {
      invalid("spec.volumeLifecycleModes", .texts(modes), Self.isImmutable)
    }
  }
}
