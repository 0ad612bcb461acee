extension PersistentVolumeClaim: HasDefaults {
  package mutating func applyDefaults() {
    status.phase.setIfEmpty("Pending")
    spec.applyDefaults()
    status.capacity.roundToMilli()
    status.allocatedResources.roundToMilli()
  }
}

extension PersistentVolumeClaimSpec: HasDefaults {
  package mutating func applyDefaults() {
    volumeMode.setIfAbsent("Filesystem")
    resources.limits.roundToMilli()
    resources.requests.roundToMilli()
  }
}

extension PersistentVolume: HasDefaults {
  package mutating func applyDefaults() {
    status.phase.setIfEmpty("Pending")
    spec.persistentVolumeReclaimPolicy.setIfEmpty("Retain")
    spec.volumeMode.setIfAbsent("Filesystem")
    spec.capacity.roundToMilli()
    spec.hostPath?.type.setIfAbsent("")
    spec.iscsi?.iscsiInterface.setIfEmpty("default")
    spec.azureDisk?.applyDefaults()
    if spec.rbd != nil {
      spec.rbd?.pool.setIfEmpty("rbd")
      spec.rbd?.user.setIfEmpty("admin")
      spec.rbd?.keyring.setIfEmpty("/etc/ceph/keyring")
    }
    if spec.scaleIO != nil {
      spec.scaleIO?.storageMode.setIfEmpty("ThinProvisioned")
      spec.scaleIO?.fsType.setIfEmpty("xfs")
    }
  }
}

extension StorageClass: HasDefaults {
  package mutating func applyDefaults() {
    reclaimPolicy.setIfAbsent("Delete")
    volumeBindingMode.setIfAbsent("Immediate")
  }
}
