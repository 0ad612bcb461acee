/// A volume of a pod: a name and exactly one source.
package struct Volume: APIStruct {
  package var name: String = ""
  @Boxed package var hostPath: HostPathVolumeSource?
  @Boxed package var emptyDir: EmptyDirVolumeSource?
  @Boxed package var gcePersistentDisk: GCEPersistentDiskVolumeSource?
  @Boxed package var awsElasticBlockStore: AWSElasticBlockStoreVolumeSource?
  @Boxed package var gitRepo: GitRepoVolumeSource?
  @Boxed package var secret: SecretVolumeSource?
  @Boxed package var nfs: NFSVolumeSource?
  @Boxed package var iscsi: ISCSIVolumeSource?
  @Boxed package var glusterfs: GlusterfsVolumeSource?
  @Boxed package var persistentVolumeClaim: PersistentVolumeClaimVolumeSource?
  @Boxed package var rbd: RBDVolumeSource?
  @Boxed package var flexVolume: FlexVolumeSource?
  @Boxed package var cinder: CinderVolumeSource?
  @Boxed package var cephfs: CephFSVolumeSource?
  @Boxed package var flocker: FlockerVolumeSource?
  @Boxed package var downwardAPI: DownwardAPIVolumeSource?
  @Boxed package var fc: FCVolumeSource?
  @Boxed package var azureFile: AzureFileVolumeSource?
  @Boxed package var configMap: ConfigMapVolumeSource?
  @Boxed package var vsphereVolume: VsphereVirtualDiskVolumeSource?
  @Boxed package var quobyte: QuobyteVolumeSource?
  @Boxed package var azureDisk: AzureDiskVolumeSource?
  @Boxed package var photonPersistentDisk: PhotonPersistentDiskVolumeSource?
  @Boxed package var projected: ProjectedVolumeSource?
  @Boxed package var portworxVolume: PortworxVolumeSource?
  @Boxed package var scaleIO: ScaleIOVolumeSource?
  @Boxed package var storageos: StorageOSVolumeSource?
  @Boxed package var csi: CSIVolumeSource?
  @Boxed package var ephemeral: EphemeralVolumeSource?
  @Boxed package var image: ImageVolumeSource?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("hostPath", &hostPath)
    fields.field("emptyDir", &emptyDir)
    fields.field("gcePersistentDisk", &gcePersistentDisk)
    fields.field("awsElasticBlockStore", &awsElasticBlockStore)
    fields.field("gitRepo", &gitRepo)
    fields.field("secret", &secret)
    fields.field("nfs", &nfs)
    fields.field("iscsi", &iscsi)
    fields.field("glusterfs", &glusterfs)
    fields.field("persistentVolumeClaim", &persistentVolumeClaim)
    fields.field("rbd", &rbd)
    fields.field("flexVolume", &flexVolume)
    fields.field("cinder", &cinder)
    fields.field("cephfs", &cephfs)
    fields.field("flocker", &flocker)
    fields.field("downwardAPI", &downwardAPI)
    fields.field("fc", &fc)
    fields.field("azureFile", &azureFile)
    fields.field("configMap", &configMap)
    fields.field("vsphereVolume", &vsphereVolume)
    fields.field("quobyte", &quobyte)
    fields.field("azureDisk", &azureDisk)
    fields.field("photonPersistentDisk", &photonPersistentDisk)
    fields.field("projected", &projected)
    fields.field("portworxVolume", &portworxVolume)
    fields.field("scaleIO", &scaleIO)
    fields.field("storageos", &storageos)
    fields.field("csi", &csi)
    fields.field("ephemeral", &ephemeral)
    fields.field("image", &image)
  }
}

extension Pod {
  /// Whether a volume is a claim, or a disk of a kind that CSI drivers attach today.
  package var hasClaimsOrDisks: Bool {
    let volumes = spec.volumes
    return volumes.indices.contains { volumes[$0].isClaimOrDisk }
  }
}

extension Volume {
  // By the boxes, since a copy of a volume counts thirty of them.
  fileprivate var isClaimOrDisk: Bool {
    _persistentVolumeClaim.isThere || _ephemeral.isThere || _gcePersistentDisk.isThere
      || _awsElasticBlockStore.isThere || _azureDisk.isThere || _cinder.isThere
      || _portworxVolume.isThere
  }
}

/// A directory that lives as long as the pod.
package struct EmptyDirVolumeSource: APIStruct {
  package var medium: String = ""
  package var sizeLimit: Quantity?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("medium", &medium)
    fields.field("sizeLimit", &sizeLimit)
  }
}

/// A git repository, cloned at start.
package struct GitRepoVolumeSource: APIStruct {
  package var repository: String = ""
  package var revision: String = ""
  package var directory: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("repository", &repository)
    fields.field("revision", &revision)
    fields.field("directory", &directory)
  }
}

/// Keys of a secret as files.
package struct SecretVolumeSource: APIStruct {
  package var secretName: String = ""
  package var items: [KeyToPath] = []
  package var defaultMode: Int32?
  package var optional: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("secretName", &secretName)
    fields.field("items", &items)
    fields.field("defaultMode", &defaultMode)
    fields.field("optional", &optional)
  }
}

/// An iSCSI disk, of a pod.
package struct ISCSIVolumeSource: APIStruct {
  package var targetPortal: String = ""
  package var iqn: String = ""
  package var lun: Int32 = 0
  package var iscsiInterface: String = ""
  package var fsType: String = ""
  package var readOnly: Bool = false
  package var portals: [String] = []
  package var chapAuthDiscovery: Bool = false
  package var chapAuthSession: Bool = false
  package var secretRef: LocalObjectReference?
  package var initiatorName: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("targetPortal", &targetPortal)
    fields.required("iqn", &iqn)
    fields.required("lun", &lun)
    fields.field("iscsiInterface", &iscsiInterface)
    fields.field("fsType", &fsType)
    fields.field("readOnly", &readOnly)
    fields.field("portals", &portals)
    fields.field("chapAuthDiscovery", &chapAuthDiscovery)
    fields.field("chapAuthSession", &chapAuthSession)
    fields.field("secretRef", &secretRef)
    fields.field("initiatorName", &initiatorName)
  }
}

/// A GlusterFS volume, of a pod.
package struct GlusterfsVolumeSource: APIStruct {
  package var endpoints: String = ""
  package var path: String = ""
  package var readOnly: Bool = false

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("endpoints", &endpoints)
    fields.required("path", &path)
    fields.field("readOnly", &readOnly)
  }
}
