import KubernetesModel

/// Completes claims of manifests as the API server and the volume controller would.
struct ClaimAdmission {
  private let classes: [String: StorageClass]
  private let defaultClass: StorageClass?

  init(in snapshot: ClusterSnapshot) {
    classes = Dictionary(snapshot.storageClasses.map { ($0.metadata.name, $0) }) { first, _ in first
    }
    // Of several default classes the newest counts.
    defaultClass = snapshot.storageClasses.filter(\.isDefault).max {
      ($0.metadata.creationTimestamp ?? Timestamp(seconds: 0), $1.metadata.name)
        < ($1.metadata.creationTimestamp ?? Timestamp(seconds: 0), $0.metadata.name)
    }
  }

  /// The claim as it would be stored.
  func admit(_ claim: PersistentVolumeClaim) -> PersistentVolumeClaim {
    var claim = claim.withDefaults
    if claim.spec.storageClassName == nil, claim.spec.volumeName.isEmpty {
      claim.spec.storageClassName = defaultClass?.metadata.name
    }
    if claim.metadata.uid.isEmpty { claim.metadata.uid = claim.metadata.fullName }
    return claim
  }

  /// The volume that a provisioner makes at once for a claim that waits for nobody; nil when none would.
  func provision(_ claim: inout PersistentVolumeClaim) -> PersistentVolume? {
    guard claim.spec.volumeName.isEmpty, let name = claim.spec.storageClassName,
      let storageClass = classes[name], storageClass.volumeBindingMode != "WaitForFirstConsumer",
      !["", "kubernetes.io/no-provisioner"].contains(storageClass.provisioner)
    else { return nil }
    var volume = PersistentVolume()
    volume.metadata.name = "pvc-\(claim.metadata.namespace)-\(claim.metadata.name)"
    volume.spec.capacity = claim.spec.resources.requests
    volume.spec.accessModes = claim.spec.accessModes
    volume.spec.storageClassName = name
    volume.spec.volumeMode = claim.spec.volumeMode
    volume.status.phase = "Bound"
    claim.spec.volumeName = volume.metadata.name
    claim.status.phase = "Bound"
    claim.metadata.annotations["pv.kubernetes.io/bind-completed"] = "yes"
    return volume
  }
}

extension StorageClass {
  fileprivate var isDefault: Bool {
    metadata.annotations["storageclass.kubernetes.io/is-default-class"] == "true"
      || metadata.annotations["storageclass.beta.kubernetes.io/is-default-class"] == "true"
  }
}
