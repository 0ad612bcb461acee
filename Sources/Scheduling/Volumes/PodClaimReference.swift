import KubernetesModel

/// A claim that a pod's volume stands for: named in the pod, or made for it.
struct PodClaimReference: Hashable, Sendable {
  var name: String
  /// Whether the claim is made from a template in the pod (a generic ephemeral volume).
  var isEphemeral: Bool
}

extension Pod {
  /// The claims of the pod's volumes, in order of the volumes.
  var claimReferences: [PodClaimReference] {
    spec.volumes.compactMap { claimReference(of: $0) }
  }

  func claimReference(of volume: Volume) -> PodClaimReference? {
    if let source = volume.persistentVolumeClaim {
      return PodClaimReference(name: source.claimName, isEphemeral: false)
    }
    guard volume.ephemeral != nil else { return nil }
    return PodClaimReference(name: "\(metadata.name)-\(volume.name)", isEphemeral: true)
  }

  /// Why a claim made for an ephemeral volume is not this pod's, nil when it is.
  func complaint(aboutOwnerOf claim: PersistentVolumeClaim) -> String? {
    guard !claim.metadata.isControlled(by: metadata) else { return nil }
    return "PVC \(claim.metadata.fullName) was not created for pod \(self.metadata.fullName) "
      + "(pod is not owner)"
  }
}

extension Rejection {
  /// What the API server answers when an object is missing.
  static func missing(_ resource: String, _ name: String) -> Rejection {
    .unresolvable("\(resource) \"\(name)\" not found")
  }
}
