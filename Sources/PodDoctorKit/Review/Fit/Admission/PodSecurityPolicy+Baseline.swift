import KubernetesModel

extension PodSecurityPolicy {
  /// What the baseline level forbids of the pod, in the order of the names of its controls.
  var baseline: [PodSecurityComplaint] {
    [
      appArmor, capabilities, hostNamespaces, hostPaths, hostPorts, hostsOfProbes, privileged,
      procMount, seLinux, seccomp, sysctls, hostProcess,
    ].compactMap(\.self)
  }

  private var appArmor: PodSecurityComplaint? {
    func isBad(_ profile: AppArmorProfile?) -> Bool {
      profile.map { !["RuntimeDefault", "Localhost"].contains($0.type) } ?? false
    }
    let prefix = "container.apparmor.security.beta.kubernetes.io/"
    let annotations = pod.metadata.annotations.filter { key, value in
      key.hasPrefix(prefix) && !value.isEmpty && value != "runtime/default"
        && !value.hasPrefix("localhost/")
    }.map { "\($0.key)=\"\($0.value)\"" }.sorted()
    if let first = annotations.first {
      return PodSecurityComplaint(
        reason: "forbidden AppArmor profile\(annotations.count == 1 ? "" : "s")",
        detail: first, field: "metadata.annotations")
    }
    let bad = places.filter { isBad($0.security.appArmorProfile) }
    return complaint(
      "forbidden AppArmor profile", ofPod: isBad(security.appArmorProfile), about: bad,
      at: "securityContext.appArmorProfile.type",
      "must not set AppArmor profile type to \"Unconfined\"")
  }

  private static let plainCapabilities: Set<String> = [
    "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD",
    "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
  ]

  private var capabilities: PodSecurityComplaint? {
    func forbidden(_ place: Place) -> [String] {
      (place.security.capabilities?.add ?? []).filter { !Self.plainCapabilities.contains($0) }
    }
    let bad = places.filter { !forbidden($0).isEmpty }
    return complaint(
      "non-default capabilities", about: bad, at: "securityContext.capabilities.add",
      "must not include \(Self.distinct(bad.flatMap(forbidden))) in "
        + "securityContext.capabilities.add")
  }

  private var hostNamespaces: PodSecurityComplaint? {
    let used = [
      ("hostNetwork", spec.hostNetwork), ("hostPID", spec.hostPID), ("hostIPC", spec.hostIPC),
    ].filter(\.1).map(\.0)
    guard let first = used.first else { return nil }
    return PodSecurityComplaint(
      reason: "host namespaces", detail: used.map { "\($0)=true" }.joined(separator: ", "),
      field: "spec.\(first)")
  }

  private var hostPaths: PodSecurityComplaint? {
    let bad = spec.volumes.indices.filter { spec.volumes[$0].hostPath != nil }
    guard let first = bad.first else { return nil }
    return PodSecurityComplaint(
      reason: "hostPath volumes",
      detail: "volume\(bad.count == 1 ? "" : "s") "
        + Self.quoted(bad.map { spec.volumes[$0].name }),
      field: "spec.volumes[\(first)].hostPath")
  }

  private var hostPorts: PodSecurityComplaint? {
    func ports(_ place: Place) -> [Int32] {
      place.container.ports.map(\.hostPort).filter { $0 != 0 }
    }
    let bad = places.filter { !ports($0).isEmpty }
    let numbers = Set(bad.flatMap(ports)).sorted().map(String.init)
    return complaint(
      "hostPort", about: bad, at: "ports",
      "\(bad.count == 1 ? "uses" : "use") hostPort\(numbers.count == 1 ? "" : "s") "
        + numbers.joined(separator: ", "))
  }

  private var hostsOfProbes: PodSecurityComplaint? {
    guard level.isSince(34) else { return nil }
    func hosts(_ container: Container) -> [String] {
      let probes = [container.livenessProbe, container.readinessProbe, container.startupProbe]
      let hooks = [container.lifecycle?.postStart, container.lifecycle?.preStop]
      let all =
        probes.flatMap { [$0?.httpGet?.host, $0?.tcpSocket?.host] }
        + hooks.flatMap { [$0?.httpGet?.host, $0?.tcpSocket?.host] }
      return all.compactMap(\.self).filter { !$0.isEmpty }
    }
    let bad = places.filter { !hosts($0.container).isEmpty }
    return complaint(
      "probe or lifecycle host", about: bad, at: "livenessProbe",
      "\(bad.count == 1 ? "uses" : "use") probe or lifecycle hosts "
        + Self.distinct(bad.flatMap { hosts($0.container) }))
  }

  private var privileged: PodSecurityComplaint? {
    complaint(
      "privileged", about: places.filter { $0.security.privileged == true },
      at: "securityContext.privileged", "must not set securityContext.privileged=true")
  }

  private var procMount: PodSecurityComplaint? {
    guard !hasUserNamespace else { return nil }
    let bad = places.filter { ($0.security.procMount ?? "Default") != "Default" }
    return complaint(
      "procMount", about: bad, at: "securityContext.procMount",
      "must not set securityContext.procMount to "
        + Self.distinct(bad.compactMap(\.security.procMount)))
  }

  private var seLinux: PodSecurityComplaint? {
    let types: Set<String> =
      level.isSince(31)
      ? ["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"]
      : ["", "container_t", "container_init_t", "container_kvm_t"]
    func isBad(_ options: SELinuxOptions?) -> Bool {
      guard let options else { return false }
      return !types.contains(options.type) || !options.user.isEmpty || !options.role.isEmpty
    }
    let bad = places.filter { isBad($0.security.seLinuxOptions) }
    let isPodBad = isBad(security.seLinuxOptions)
    let options =
      (isPodBad ? [security.seLinuxOptions] : []) + bad.map(\.security.seLinuxOptions)
    let used = options.compactMap(\.self)
    let wrong = Set(used.map(\.type)).subtracting(types).sorted()
    let clauses =
      (wrong.isEmpty ? [] : ["type\(wrong.count == 1 ? "" : "s") \(Self.quoted(wrong))"])
      + (used.contains { !$0.user.isEmpty } ? ["user may not be set"] : [])
      + (used.contains { !$0.role.isEmpty } ? ["role may not be set"] : [])
    return complaint(
      "seLinuxOptions", ofPod: isPodBad, about: bad, at: "securityContext.seLinuxOptions",
      "set forbidden securityContext.seLinuxOptions: \(clauses.joined(separator: "; "))")
  }

  private var seccomp: PodSecurityComplaint? {
    guard level.isSince(19) else { return nil }
    let allowed = ["RuntimeDefault", "Localhost"]
    func isBad(_ profile: SeccompProfile?) -> Bool {
      profile.map { !allowed.contains($0.type) } ?? false
    }
    return complaint(
      "seccompProfile", ofPod: isBad(security.seccompProfile),
      about: places.filter { isBad($0.security.seccompProfile) },
      at: "securityContext.seccompProfile.type",
      "must not set securityContext.seccompProfile.type to \"Unconfined\"")
  }

  private var sysctls: PodSecurityComplaint? {
    var safe: Set<String> = [
      "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies",
      "net.ipv4.ping_group_range", "net.ipv4.ip_unprivileged_port_start",
    ]
    if level.isSince(27) { safe.insert("net.ipv4.ip_local_reserved_ports") }
    if level.isSince(29) {
      safe.formUnion([
        "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl",
        "net.ipv4.tcp_keepalive_probes",
      ])
    }
    if level.isSince(32) { safe.formUnion(["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"]) }
    let bad = security.sysctls.map(\.name).filter { !safe.contains($0) }
    guard !bad.isEmpty else { return nil }
    return PodSecurityComplaint(
      reason: "forbidden sysctls", detail: bad.joined(separator: ", "),
      field: "spec.securityContext.sysctls")
  }

  private var hostProcess: PodSecurityComplaint? {
    complaint(
      "hostProcess", ofPod: security.windowsOptions?.hostProcess == true,
      about: places.filter { $0.security.windowsOptions?.hostProcess == true },
      at: "securityContext.windowsOptions.hostProcess",
      "must not set securityContext.windowsOptions.hostProcess=true")
  }
}
