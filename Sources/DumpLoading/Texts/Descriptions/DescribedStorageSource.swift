import YAML

extension DocumentBuilder {
  /// Adds a source that pods and persistent volumes may have, by the type that stands below `node`.
  mutating func describedStorage(_ node: OutlineNode) {
    switch node.sourceType {
    case "HostPath":
      mapping("hostPath") { source in
        source.text("path", node["Path"])
        source.text("type", node["HostPathType"])
      }
    case "NFS": described("nfs", node, [("server", "Server"), ("path", "Path")])
    case "CSI": describedCSI(node)
    case "LocalVolume": described("local", node, [("path", "Path")])
    case "ISCSI":
      described(
        "iscsi", node, [("targetPortal", "TargetPortal"), ("iqn", "IQN"), ("fsType", "FSType")])
    case "AWSElasticBlockStore":
      described(
        "awsElasticBlockStore", node, [("volumeID", "VolumeID"), ("fsType", "FSType")])
    case "GCEPersistentDisk":
      described("gcePersistentDisk", node, [("pdName", "PDName"), ("fsType", "FSType")])
    case "AzureDisk":
      described("azureDisk", node, [("diskName", "DiskName"), ("diskURI", "DiskURI")])
    case "AzureFile":
      described("azureFile", node, [("secretName", "SecretName"), ("shareName", "ShareName")])
    case "Cinder": described("cinder", node, [("volumeID", "VolumeID"), ("fsType", "FSType")])
    case "vSphereVolume":
      described("vsphereVolume", node, [("volumePath", "VolumePath"), ("fsType", "FSType")])
    case "Glusterfs":
      described("glusterfs", node, [("endpoints", "EndpointsName"), ("path", "Path")])
    default: break
    }
  }

  private mutating func described(
    _ name: String, _ node: OutlineNode, _ fields: [(name: String, label: String)]
  ) {
    mapping(name) { source in
      for field in fields { source.text(field.name, node[field.label]) }
      if node["ReadOnly"]?.value == "true" { source.field("readOnly", true) }
    }
  }

  private mutating func describedCSI(_ node: OutlineNode) {
    mapping("csi") { source in
      source.text("driver", node["Driver"])
      source.text("volumeHandle", node["VolumeHandle"])
      source.text("fsType", node["FSType"])
      source.flag("readOnly", node["ReadOnly"])
      source.pairs("volumeAttributes", node["VolumeAttributes"])
    }
  }
}
