extension ObjectRules {
  mutating func securityContext(_ context: Field) {
    guard context.isPresent else { return }
    within(0...2_147_483_647, context["runAsUser"])
    within(0...2_147_483_647, context["runAsGroup"])
    let procMount = context["procMount"]
    if procMount.isPresent {
      oneOf(["Default", "Unmasked"], procMount)
      if pod.usesHostUsers, procMount.text == "Unmasked" {
        invalid(procMount, "`hostUsers` must be false to use `Unmasked`")
      }
    }
    seccompProfile(context["seccompProfile"])
    privilegeEscalation(context)
    windowsOptions(context["windowsOptions"])
    appArmorProfile(context["appArmorProfile"])
  }

  private mutating func privilegeEscalation(_ context: Field) {
    guard context["allowPrivilegeEscalation"].bool == false else { return }
    let prefix = "cannot set `allowPrivilegeEscalation` to false and"
    if context["privileged"].isTrue {
      invalid(context, .json(context.internalSecurity), "\(prefix) `privileged` to true")
    }
    for capability in context["capabilities"]["add"].texts where capability == "CAP_SYS_ADMIN" {
      invalid(
        context, .json(context.internalSecurity),
        "\(prefix) `capabilities.Add` \(capability)")
    }
  }

  mutating func seccompProfile(_ profile: Field) {
    guard profile.isPresent else { return }
    let (type, local) = (profile["type"], profile["localhostProfile"])
    requiredOneOf(
      ["Localhost", "RuntimeDefault", "Unconfined"], type,
      "type is required when seccompProfile is set")
    if type.text == "Localhost" {
      if local.isPresent {
        descendingPath(local)
      } else {
        required(local, "must be set when seccomp type is Localhost")
      }
    } else if local.isPresent {
      invalid(
        local, .json(profile.internalProfile),
        "can only be set when seccomp type is Localhost")
    }
  }

  mutating func appArmorProfile(_ profile: Field) {
    guard profile.isPresent else { return }
    let (type, local) = (profile["type"], profile["localhostProfile"])
    switch type.text {
    case "Localhost": localAppArmorProfile(local)
    case "RuntimeDefault", "Unconfined":
      if local.isPresent { invalid(local, "can only be set when AppArmor type is Localhost") }
    default:
      requiredOneOf(
        ["Localhost", "RuntimeDefault", "Unconfined"], type,
        "type is required when appArmorProfile is set")
    }
  }

  private mutating func localAppArmorProfile(_ profile: Field) {
    guard let text = profile.optionalText, !text.isEmpty else {
      return required(profile, "must be set when AppArmor type is Localhost")
    }
    if text.trimmingSpaces != text { invalid(profile, "must not be padded with whitespace") }
    if text.utf8.count > 4095 { tooLong(profile, 4095) }
  }
}

// MARK: - Windows
extension ObjectRules {
  mutating func windowsOptions(_ options: Field) {
    guard options.isPresent else { return }
    let (name, spec) = (options["gmsaCredentialSpecName"], options["gmsaCredentialSpec"])
    if name.isPresent { subdomain(name) }
    if let text = spec.optionalText {
      if text.isEmpty {
        invalid(spec, "gmsaCredentialSpec cannot be an empty string")
      } else if text.utf8.count > 64 * 1024 {
        invalid(spec, "gmsaCredentialSpec size must be under 64 KiB")
      }
    }
    windowsUser(options["runAsUserName"])
  }

  private mutating func windowsUser(_ field: Field) {
    guard let text = field.optionalText else { return }
    let parts = text.parts(at: "\\")
    if text.isEmpty {
      invalid(field, "runAsUserName cannot be an empty string")
    } else if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      invalid(field, "runAsUserName cannot contain control characters")
    } else if parts.count > 2 {
      invalid(field, "runAsUserName cannot contain more than one backslash")
    } else {
      invalid(field, WindowsUser(parts).objections)
    }
  }
}

extension Field {
  private func list(_ name: String) -> String {
    let list = self[named: name]
    return list.count == 0 ? "null" : list.json
  }

  /// A seccomp or AppArmor profile in the API server's internal form.
  fileprivate var internalProfile: String {
    guard isPresent else { return "null" }
    return GoJSON.object([
      "Type": self["type"].jsonText, "LocalhostProfile": self["localhostProfile"].json,
    ])
  }

  fileprivate var internalCapabilities: String {
    isPresent ? GoJSON.object(["Add": list("add"), "Drop": list("drop")]) : "null"
  }

  fileprivate var internalLabels: String {
    guard isPresent else { return "null" }
    return GoJSON.object([
      "User": self["user"].jsonText, "Role": self["role"].jsonText,
      "Type": self["type"].jsonText, "Level": self["level"].jsonText,
    ])
  }

  fileprivate var internalWindowsOptions: String {
    guard isPresent else { return "null" }
    return GoJSON.object([
      "GMSACredentialSpecName": self["gmsaCredentialSpecName"].json,
      "GMSACredentialSpec": self["gmsaCredentialSpec"].json,
      "RunAsUserName": self["runAsUserName"].json, "HostProcess": self["hostProcess"].json,
    ])
  }

  /// A container's security context in the API server's internal form.
  fileprivate var internalSecurity: String {
    GoJSON.object([
      "Capabilities": self["capabilities"].internalCapabilities,
      "Privileged": self["privileged"].json,
      "SELinuxOptions": self["seLinuxOptions"].internalLabels,
      "WindowsOptions": self["windowsOptions"].internalWindowsOptions,
      "RunAsUser": self["runAsUser"].json, "RunAsGroup": self["runAsGroup"].json,
      "RunAsNonRoot": self["runAsNonRoot"].json,
      "ReadOnlyRootFilesystem": self["readOnlyRootFilesystem"].json,
      "AllowPrivilegeEscalation": self["allowPrivilegeEscalation"].json,
      "ProcMount": self["procMount"].json,
      "SeccompProfile": self["seccompProfile"].internalProfile,
      "AppArmorProfile": self["appArmorProfile"].internalProfile,
    ])
  }
}
