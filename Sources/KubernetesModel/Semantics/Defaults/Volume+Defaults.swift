/// The mode of files that volumes are made of: 0644.
private let fileMode: Int32 = 420

extension Volume: HasDefaults {
  package mutating func applyDefaults() {
    if !hasSource { emptyDir = EmptyDirVolumeSource() }
    image?.applyDefaults()
    hostPath?.type.setIfAbsent("")
    secret?.defaultMode.setIfAbsent(fileMode)
    configMap?.defaultMode.setIfAbsent(fileMode)
    downwardAPI?.defaultMode.setIfAbsent(fileMode)
    downwardAPI?.items.setFieldVersions()
    projected?.applyDefaults()
    ephemeral?.volumeClaimTemplate?.spec.applyDefaults()
    iscsi?.iscsiInterface.setIfEmpty("default")
    azureDisk?.applyDefaults()
    if rbd != nil {
      rbd?.pool.setIfEmpty("rbd")
      rbd?.user.setIfEmpty("admin")
      rbd?.keyring.setIfEmpty("/etc/ceph/keyring")
    }
    if scaleIO != nil {
      scaleIO?.storageMode.setIfEmpty("ThinProvisioned")
      scaleIO?.fsType.setIfEmpty("xfs")
    }
  }

  /// Whether any kind of volume is named.
  package var hasSource: Bool {
    var bare = Volume()
    bare.name = name
    return self != bare
  }
}

extension ImageVolumeSource: HasDefaults {
  package mutating func applyDefaults() {
    pullPolicy.setIfEmpty(ImageReference.defaultPullPolicy(of: reference))
  }
}

extension ProjectedVolumeSource: HasDefaults {
  package mutating func applyDefaults() {
    defaultMode.setIfAbsent(fileMode)
    for index in sources.indices {
      sources[index].downwardAPI?.items.setFieldVersions()
      sources[index].serviceAccountToken?.expirationSeconds.setIfAbsent(3600)
    }
  }
}

extension AzureDiskVolumeSource: HasDefaults {
  package mutating func applyDefaults() {
    cachingMode.setIfAbsent("ReadWrite")
    fsType.setIfAbsent("ext4")
    readOnly.setIfAbsent(false)
    kind.setIfAbsent("Shared")
  }
}

extension [DownwardAPIVolumeFile] {
  fileprivate mutating func setFieldVersions() {
    for index in indices { self[index].fieldRef?.apiVersion.setIfEmpty("v1") }
  }
}
