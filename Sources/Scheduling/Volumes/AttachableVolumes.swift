import KubernetesModel

/// The CSI volumes that a pod uses, as they count on one node.
struct AttachableVolumes {
  /// Whose volumes are counted: a new pod cannot do without its claims.
  enum Counted {
    case newPod
    case existingPod
  }

  /// The driver of each volume, by driver and handle.
  private(set) var drivers: [String: String] = [:]

  var isEmpty: Bool { drivers.isEmpty }

  init(
    of pod: Pod, seenFrom node: CSINode?, in state: VolumeState, _ counted: Counted
  ) throws(Rejection) {
    for volume in pod.spec.volumes {
      if let reference = pod.claimReference(of: volume) {
        try add(reference, of: pod, seenFrom: node, in: state, counted)
      } else if let kind = MigratedVolume(volume), kind.isCounted(on: node) {
        guard let handle = kind.handle(of: volume) else {
          throw .error("converting volume(\(volume.name)) from inline to csi")
        }
        insert(handle, of: kind.driver)
      }
    }
  }

  /// The volumes that are attached to a node by `attachments`, whoever uses them.
  init(_ attachments: [VolumeAttachment], volumes: [String: PersistentVolume]) {
    for attachment in attachments where !attachment.spec.attacher.isEmpty {
      guard let name = attachment.spec.source.persistentVolumeName,
        let source = volumes[name]?.spec.csi
      else { continue }
      insert(source.volumeHandle, of: attachment.spec.attacher)
    }
  }

  private mutating func insert(_ handle: String, of driver: String) {
    guard !driver.isEmpty, !handle.isEmpty else { return }
    drivers["\(driver)/\(handle)"] = driver
  }

  private mutating func add(
    _ reference: PodClaimReference, of pod: Pod, seenFrom node: CSINode?, in state: VolumeState,
    _ counted: Counted
  ) throws(Rejection) {
    guard !reference.name.isEmpty else { throw .error("PersistentVolumeClaim had no name") }
    let namespace = pod.metadata.namespace
    guard let claim = state.claim(reference.name, in: namespace) else {
      guard counted == .newPod else { return }
      throw .unresolvable(
        "looking up PVC \(namespace)/\(reference.name): "
          + "persistentvolumeclaim \"\(reference.name)\" not found")
    }
    if reference.isEphemeral, let complaint = pod.complaint(aboutOwnerOf: claim) {
      throw .error(complaint)
    }
    guard let volume = state.volumes[claim.spec.volumeName] else {
      addProvisioned(claim, seenFrom: node, in: state)
      return
    }
    if let source = volume.spec.csi {
      insert(source.volumeHandle, of: source.driver)
    } else if let kind = MigratedVolume(volume), kind.isCounted(on: node) {
      insert(kind.handle(of: volume) ?? "", of: kind.driver)
    }
  }

  /// A claim without a volume will get one from its class.
  private mutating func addProvisioned(
    _ claim: PersistentVolumeClaim, seenFrom node: CSINode?, in state: VolumeState
  ) {
    guard let provisioner = state.classes[claim.className]?.provisioner else { return }
    let handle = "unbound-\(claim.metadata.fullName)"
    guard let kind = MigratedVolume(rawValue: provisioner) else {
      if !Self.neverCounted.contains(provisioner) { insert(handle, of: provisioner) }
      return
    }
    if kind.isCounted(on: node) { insert(handle, of: kind.driver) }
  }

  /// In-tree kinds with a driver whose volumes kube-scheduler does not count under it.
  private static let neverCounted: Set<String> = [
    "kubernetes.io/azure-file", "kubernetes.io/vsphere-volume",
  ]
}
