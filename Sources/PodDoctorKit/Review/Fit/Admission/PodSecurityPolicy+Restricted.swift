import KubernetesModel

extension PodSecurityPolicy {
  /// What the restricted level forbids: some of its controls stand for those of the baseline.
  func restrictedAlone(besides baseline: [PodSecurityComplaint]) -> [PodSecurityComplaint] {
    let own = [
      privilegeEscalation, droppedCapabilities, volumeTypes, runAsNonRoot, runAsUser,
      seccompProfiles,
    ].compactMap(\.self)
    var replaced: Set<String> = ["hostPath volumes"]
    if level.isSince(19) { replaced.insert("seccompProfile") }
    if level.isSince(22) { replaced.insert("non-default capabilities") }
    return baseline.filter { !replaced.contains($0.reason) } + own
  }

  /// Windows knows none of the controls of Linux, which since 1.25 are not asked for there.
  private var isExempt: Bool { isWindows && level.isSince(25) }

  private var privilegeEscalation: PodSecurityComplaint? {
    guard level.isSince(8), !isExempt else { return nil }
    return complaint(
      "allowPrivilegeEscalation != false",
      about: places.filter { $0.security.allowPrivilegeEscalation != false },
      at: "securityContext.allowPrivilegeEscalation",
      "must set securityContext.allowPrivilegeEscalation=false")
  }

  private var droppedCapabilities: PodSecurityComplaint? {
    guard level.isSince(22), !isExempt else { return nil }
    let keeping = places.filter { $0.security.capabilities?.drop.contains("ALL") != true }
    func added(_ place: Place) -> [String] {
      (place.security.capabilities?.add ?? []).filter { $0 != "NET_BIND_SERVICE" }
    }
    let adding = places.filter { !added($0).isEmpty }
    guard let first = keeping.first ?? adding.first else { return nil }
    var clauses: [String] = []
    if !keeping.isEmpty {
      clauses.append(
        "\(Self.names(keeping)) must set securityContext.capabilities.drop=[\"ALL\"]")
    }
    if !adding.isEmpty {
      clauses.append(
        "\(Self.names(adding)) must not include \(Self.distinct(adding.flatMap(added))) in "
          + "securityContext.capabilities.add")
    }
    return PodSecurityComplaint(
      reason: "unrestricted capabilities", detail: clauses.joined(separator: "; "),
      field: "\(first.path).securityContext.capabilities")
  }

  private var volumeTypes: PodSecurityComplaint? {
    let bad = spec.volumes.indices.filter { !spec.volumes[$0].isOfRestrictedType }
    guard let first = bad.first else { return nil }
    let names = Self.distinct(bad.map { spec.volumes[$0].name })
    return PodSecurityComplaint(
      reason: "restricted volume types",
      detail: "volume\(bad.count == 1 ? "" : "s") \(names) use\(bad.count == 1 ? "s" : "") "
        + "restricted volume types",
      field: "spec.volumes[\(first)]")
  }

  private var runAsNonRoot: PodSecurityComplaint? {
    guard !hasUserNamespace else { return nil }
    let denying = places.filter { $0.security.runAsNonRoot == false }
    if let explicit = complaint(
      "runAsNonRoot != true", ofPod: security.runAsNonRoot == false, about: denying,
      at: "securityContext.runAsNonRoot", "must not set securityContext.runAsNonRoot=false")
    {
      return explicit
    }
    guard security.runAsNonRoot != true else { return nil }
    let silent = places.filter { $0.security.runAsNonRoot == nil }
    guard !silent.isEmpty else { return nil }
    return PodSecurityComplaint(
      reason: "runAsNonRoot != true",
      detail: "pod or \(Self.names(silent)) must set securityContext.runAsNonRoot=true",
      field: "spec.securityContext")
  }

  private var runAsUser: PodSecurityComplaint? {
    guard level.isSince(23), !hasUserNamespace else { return nil }
    return complaint(
      "runAsUser=0", ofPod: security.runAsUser == 0,
      about: places.filter { $0.security.runAsUser == 0 }, at: "securityContext.runAsUser",
      "must not set runAsUser=0")
  }

  private var seccompProfiles: PodSecurityComplaint? {
    guard level.isSince(19), !isExempt else { return nil }
    let allowed = ["RuntimeDefault", "Localhost"]
    func isBad(_ profile: SeccompProfile?) -> Bool {
      profile.map { !allowed.contains($0.type) } ?? false
    }
    let bad = places.filter { isBad($0.security.seccompProfile) }
    let isPodBad = isBad(security.seccompProfile)
    let field = "securityContext.seccompProfile.type"
    if let explicit = complaint(
      "seccompProfile", ofPod: isPodBad, about: bad, at: field,
      "must not set \(field) to \"Unconfined\"")
    {
      return explicit
    }
    guard security.seccompProfile == nil else { return nil }
    let silent = places.filter { $0.security.seccompProfile == nil }
    guard !silent.isEmpty else { return nil }
    return PodSecurityComplaint(
      reason: "seccompProfile",
      detail: "pod or \(Self.names(silent)) must set \(field) to \"RuntimeDefault\" or "
        + "\"Localhost\"", field: "spec.securityContext")
  }
}

extension Volume {
  /// Whether the restricted level allows volumes of this type.
  fileprivate var isOfRestrictedType: Bool {
    configMap != nil || csi != nil || downwardAPI != nil || emptyDir != nil || ephemeral != nil
      || persistentVolumeClaim != nil || projected != nil || secret != nil || image != nil
  }
}
