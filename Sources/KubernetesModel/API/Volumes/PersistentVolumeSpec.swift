/// Where a volume's storage is, who claims it, and which nodes reach it.
package struct PersistentVolumeSpec: APIStruct {
  package var capacity = ResourceList()
  @Boxed package var gcePersistentDisk: GCEPersistentDiskVolumeSource?
  @Boxed package var awsElasticBlockStore: AWSElasticBlockStoreVolumeSource?
  @Boxed package var hostPath: HostPathVolumeSource?
  @Boxed package var glusterfs: GlusterfsPersistentVolumeSource?
  @Boxed package var nfs: NFSVolumeSource?
  @Boxed package var rbd: RBDPersistentVolumeSource?
  @Boxed package var iscsi: ISCSIPersistentVolumeSource?
  @Boxed package var cinder: CinderPersistentVolumeSource?
  @Boxed package var cephfs: CephFSPersistentVolumeSource?
  @Boxed package var fc: FCVolumeSource?
  @Boxed package var flocker: FlockerVolumeSource?
  @Boxed package var flexVolume: FlexPersistentVolumeSource?
  @Boxed package var azureFile: AzureFilePersistentVolumeSource?
  @Boxed package var vsphereVolume: VsphereVirtualDiskVolumeSource?
  @Boxed package var quobyte: QuobyteVolumeSource?
  @Boxed package var azureDisk: AzureDiskVolumeSource?
  @Boxed package var photonPersistentDisk: PhotonPersistentDiskVolumeSource?
  @Boxed package var portworxVolume: PortworxVolumeSource?
  @Boxed package var scaleIO: ScaleIOPersistentVolumeSource?
  @Boxed package var local: LocalVolumeSource?
  @Boxed package var storageos: StorageOSPersistentVolumeSource?
  @Boxed package var csi: CSIPersistentVolumeSource?
  package var accessModes: [String] = []
  @Boxed package var claimRef: APIObjectReference?
  package var persistentVolumeReclaimPolicy: String = ""
  package var storageClassName: String = ""
  package var mountOptions: [String] = []
  package var volumeMode: String?
  @Boxed package var nodeAffinity: VolumeNodeAffinity?
  package var volumeAttributesClassName: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("capacity", &capacity)
    fields.field("gcePersistentDisk", &gcePersistentDisk)
    fields.field("awsElasticBlockStore", &awsElasticBlockStore)
    fields.field("hostPath", &hostPath)
    fields.field("glusterfs", &glusterfs)
    fields.field("nfs", &nfs)
    fields.field("rbd", &rbd)
    fields.field("iscsi", &iscsi)
    fields.field("cinder", &cinder)
    fields.field("cephfs", &cephfs)
    fields.field("fc", &fc)
    fields.field("flocker", &flocker)
    fields.field("flexVolume", &flexVolume)
    fields.field("azureFile", &azureFile)
    fields.field("vsphereVolume", &vsphereVolume)
    fields.field("quobyte", &quobyte)
    fields.field("azureDisk", &azureDisk)
    fields.field("photonPersistentDisk", &photonPersistentDisk)
    fields.field("portworxVolume", &portworxVolume)
    fields.field("scaleIO", &scaleIO)
    fields.field("local", &local)
    fields.field("storageos", &storageos)
    fields.field("csi", &csi)
    fields.field("accessModes", &accessModes)
    fields.field("claimRef", &claimRef)
    fields.field("persistentVolumeReclaimPolicy", &persistentVolumeReclaimPolicy)
    fields.field("storageClassName", &storageClassName)
    fields.field("mountOptions", &mountOptions)
    fields.field("volumeMode", &volumeMode)
    fields.field("nodeAffinity", &nodeAffinity)
    fields.field("volumeAttributesClassName", &volumeAttributesClassName)
  }
}

/// A GlusterFS volume.
package struct GlusterfsPersistentVolumeSource: APIStruct {
  package var endpoints: String = ""
  package var path: String = ""
  package var readOnly: Bool = false
  package var endpointsNamespace: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("endpoints", &endpoints)
    fields.required("path", &path)
    fields.field("readOnly", &readOnly)
    fields.field("endpointsNamespace", &endpointsNamespace)
  }
}

/// A Ceph block device.
package struct RBDPersistentVolumeSource: APIStruct {
  package var monitors: [String] = []
  package var image: String = ""
  package var fsType: String = ""
  package var pool: String = ""
  package var user: String = ""
  package var keyring: String = ""
  package var secretRef: SecretReference?
  package var readOnly: Bool = false

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("monitors", &monitors)
    fields.required("image", &image)
    fields.field("fsType", &fsType)
    fields.field("pool", &pool)
    fields.field("user", &user)
    fields.field("keyring", &keyring)
    fields.field("secretRef", &secretRef)
    fields.field("readOnly", &readOnly)
  }
}

/// An iSCSI disk.
package struct ISCSIPersistentVolumeSource: APIStruct {
  package var targetPortal: String = ""
  package var iqn: String = ""
  package var lun: Int32 = 0
  package var iscsiInterface: String = ""
  package var fsType: String = ""
  package var readOnly: Bool = false
  package var portals: [String] = []
  package var chapAuthDiscovery: Bool = false
  package var chapAuthSession: Bool = false
  package var secretRef: SecretReference?
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

/// An OpenStack Cinder disk.
package struct CinderPersistentVolumeSource: APIStruct {
  package var volumeID: String = ""
  package var fsType: String = ""
  package var readOnly: Bool = false
  package var secretRef: SecretReference?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("volumeID", &volumeID)
    fields.field("fsType", &fsType)
    fields.field("readOnly", &readOnly)
    fields.field("secretRef", &secretRef)
  }
}
