import KubernetesModel

/// The annotation that named a storage class before the field did; it still wins.
private let betaAnnotation = "volume.beta.kubernetes.io/storage-class"

extension PersistentVolumeClaim {
  /// The class that is asked for, empty when none is.
  var className: String {
    metadata.annotations[betaAnnotation] ?? spec.storageClassName ?? ""
  }

  /// The amount that is asked for.
  var requestedStorage: Quantity { spec.resources.requests["storage"] ?? .zero }

  /// Whether the volume controller has finished binding it.
  var isFullyBound: Bool {
    !spec.volumeName.isEmpty && metadata.annotations["pv.kubernetes.io/bind-completed"] != nil
  }
}

extension PersistentVolume {
  /// The class that the volume is in, empty when it is in none.
  var className: String { metadata.annotations[betaAnnotation] ?? spec.storageClassName }
}

extension StorageClass {
  /// Whether its claims wait for a pod; without a mode they do not.
  var waitsForFirstConsumer: Bool { volumeBindingMode == "WaitForFirstConsumer" }
}
