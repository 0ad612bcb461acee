import KubernetesModel

/// The in-tree volume plugins whose volumes CSI drivers serve today.
enum MigratedVolume: String, CaseIterable {
  case gcePersistentDisk = "kubernetes.io/gce-pd"
  case awsElasticBlockStore = "kubernetes.io/aws-ebs"
  case azureDisk = "kubernetes.io/azure-disk"
  case cinder = "kubernetes.io/cinder"
  case portworx = "kubernetes.io/portworx-volume"

  /// The name of the CSI driver.
  var driver: String {
    switch self {
    case .gcePersistentDisk: "pd.csi.storage.gke.io"
    case .awsElasticBlockStore: "ebs.csi.aws.com"
    case .azureDisk: "disk.csi.azure.com"
    case .cinder: "cinder.csi.openstack.org"
    case .portworx: "pxd.portworx.com"
    }
  }

  /// The node label that the driver uses for zones, nil when it keeps the in-tree one.
  var zoneLabel: String? {
    switch self {
    case .gcePersistentDisk: "topology.gke.io/zone"
    case .awsElasticBlockStore: "topology.ebs.csi.aws.com/zone"
    case .cinder: "topology.cinder.csi.openstack.org/zone"
    case .azureDisk, .portworx: nil
    }
  }

  /// Whether a node's volumes of this kind count as the driver's.
  func isCounted(on node: CSINode?) -> Bool {
    guard let node else { return false }
    return self == .portworx ? isListed(on: node) : true
  }

  /// Whether the node's kubelet says that it leaves this kind to the driver.
  func isListed(on node: CSINode?) -> Bool {
    let list = node?.metadata.annotations["storage.alpha.kubernetes.io/migrated-plugins"] ?? ""
    return list.split(separator: ",").contains { $0 == rawValue }
  }
}

extension MigratedVolume {
  /// Nil for a volume that is not of such a kind.
  init?(_ volume: PersistentVolume) {
    let spec = volume.spec
    if spec.gcePersistentDisk != nil {
      self = .gcePersistentDisk
    } else if spec.awsElasticBlockStore != nil {
      self = .awsElasticBlockStore
    } else if spec.cinder != nil {
      self = .cinder
    } else if spec.azureDisk != nil {
      self = .azureDisk
    } else if spec.portworxVolume != nil {
      self = .portworx
    } else {
      return nil
    }
  }

  /// Nil for a pod's volume that is not of such a kind.
  init?(_ volume: Volume) {
    if volume.gcePersistentDisk != nil {
      self = .gcePersistentDisk
    } else if volume.awsElasticBlockStore != nil {
      self = .awsElasticBlockStore
    } else if volume.cinder != nil {
      self = .cinder
    } else if volume.azureDisk != nil {
      self = .azureDisk
    } else if volume.portworxVolume != nil {
      self = .portworx
    } else {
      return nil
    }
  }

  /// The handle under which the driver knows a volume, nil when it cannot be told.
  func handle(of volume: PersistentVolume) -> String? {
    let spec = volume.spec
    return switch self {
    case .gcePersistentDisk: gceHandle(of: volume)
    case .awsElasticBlockStore: ebsHandle(spec.awsElasticBlockStore?.volumeID ?? "")
    case .azureDisk: spec.azureDisk?.managedDisk
    case .cinder: spec.cinder?.volumeID
    case .portworx: spec.portworxVolume?.volumeID
    }
  }

  /// The handle under which the driver knows a volume that is written in the pod.
  func handle(of volume: Volume) -> String? {
    switch self {
    case .gcePersistentDisk:
      volume.gcePersistentDisk.map { gceHandle($0.pdName, in: "zones/UNSPECIFIED") }
    case .awsElasticBlockStore: ebsHandle(volume.awsElasticBlockStore?.volumeID ?? "")
    case .azureDisk: volume.azureDisk?.managedDisk
    case .cinder: volume.cinder?.volumeID
    case .portworx: volume.portworxVolume?.volumeID
    }
  }

  private func gceHandle(of volume: PersistentVolume) -> String? {
    let labels = volume.metadata.labels
    var label = labels["failure-domain.beta.kubernetes.io/zone"] ?? ""
    if label.isEmpty { label = labels["topology.kubernetes.io/zone"] ?? "" }
    let name = volume.spec.gcePersistentDisk?.pdName ?? ""
    let zones = label.split(separator: "__", omittingEmptySubsequences: false)
    guard zones.count > 1 else {
      return gceHandle(name, in: "zones/\(label.isEmpty ? "UNSPECIFIED" : label)")
    }
    let regions = Set(zones.map { $0.split(separator: "-").dropLast().joined(separator: "-") })
    guard regions.count == 1, zones.allSatisfy({ $0.split(separator: "-").count == 3 }) else {
      return nil
    }
    return regions.first.map { gceHandle(name, in: "regions/\($0)") }
  }

  private func gceHandle(_ name: String, in place: String) -> String {
    "projects/UNSPECIFIED/\(place)/disks/\(name)"
  }

  /// `aws://zone/vol-1234` names the volume `vol-1234`.
  private func ebsHandle(_ id: String) -> String? {
    guard id.hasPrefix("aws://") else { return id }
    let path = id.dropFirst("aws://".count).drop { $0 != "/" }
    let volume = path.trimming("/")
    return volume.hasPrefix("vol-") && !volume.contains("/") ? String(volume) : nil
  }
}

extension AzureDiskVolumeSource {
  /// Only managed disks are left to the driver.
  fileprivate var managedDisk: String? {
    kind.map { $0.lowercased() == "managed" } ?? true ? diskURI : nil
  }
}

extension StringProtocol {
  /// Without blanks and tabs at both ends.
  var trimmingSpace: SubSequence { trimming(" \t\n\r") }

  func trimming(_ characters: String) -> SubSequence {
    var trimmed = self[...]
    while let first = trimmed.first, characters.contains(first) { trimmed.removeFirst() }
    while let last = trimmed.last, characters.contains(last) { trimmed.removeLast() }
    return trimmed
  }
}
