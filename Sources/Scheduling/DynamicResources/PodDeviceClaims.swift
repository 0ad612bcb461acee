import KubernetesModel

/// The resource claims of a pod as they were when it was looked at.
struct PodDeviceClaims: Sendable {
  /// In the order of the pod's list.
  var claims: [ResourceClaim]
  /// The claim for extended resources that devices stand for, when the pod asks for such.
  var extended: ResourceClaim?

  var isEmpty: Bool { claims.isEmpty && extended == nil }

  var all: [ResourceClaim] { claims + (extended.map { [$0] } ?? []) }

  /// The claims that still need devices.
  var toAllocate: [ResourceClaim] { all.filter { $0.status.allocation == nil } }

  /// Why the pod's claims cannot be used, in kube-scheduler's words.
  struct Complaint: Error {
    var text: String
  }

  /// Looks up the claims that `pod` names or that were made for it.
  static func claims(
    of pod: Pod, in state: DeviceState
  ) throws(Complaint) -> [ResourceClaim] {
    var claims: [ResourceClaim] = []
    for reference in pod.spec.resourceClaims {
      guard let name = try name(of: reference, in: pod) else { continue }
      guard let claim = state.claims["\(pod.metadata.namespace)/\(name)"] else {
        throw Complaint(
          text: "could not find ResourceClaim \"\(pod.metadata.namespace)/\(name)\"")
      }
      guard claim.metadata.deletionTimestamp == nil else {
        throw Complaint(text: "resourceclaim \"\(claim.metadata.name)\" is being deleted")
      }
      if reference.resourceClaimName == nil, !claim.metadata.isControlled(by: pod.metadata) {
        throw Complaint(
          text: "ResourceClaim \(claim.fullName) was not created for Pod \(pod.metadata.fullName) "
            + "(Pod is not owner)")
      }
      claims.append(claim)
    }
    return claims
  }

  /// Nil for a claim that the controller found not to be needed.
  private static func name(
    of reference: PodResourceClaim, in pod: Pod
  ) throws(Complaint) -> String? {
    if let name = reference.resourceClaimName { return name }
    let owner = "pod \"\(pod.metadata.fullName)\""
    guard reference.resourceClaimTemplateName != nil else {
      throw Complaint(
        text: "\(owner), spec.resourceClaim \"\(reference.name)\": "
          + "none of the supported fields are set")
    }
    let status = pod.status.resourceClaimStatuses.first { $0.name == reference.name }
    guard let status else { throw Complaint(text: "\(owner): ResourceClaim not created yet") }
    return status.resourceClaimName
  }
}
