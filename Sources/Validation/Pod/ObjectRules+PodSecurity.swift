extension ObjectRules {
  mutating func podSecurityContext(_ context: Field, of spec: Field) {
    within(0...2_147_483_647, context["fsGroup"])
    within(0...2_147_483_647, context["runAsUser"])
    within(0...2_147_483_647, context["runAsGroup"])
    for group in context["supplementalGroups"].elements { within(0...2_147_483_647, group) }
    let share = spec["shareProcessNamespace"]
    if share.isTrue, spec["hostPID"].isTrue {
      invalid(
        share.shown("shareProcessNamespace", of: context),
        "ShareProcessNamespace and HostPID cannot both be enabled")
    }
    guard context.isPresent else { return }
    sysctls(context["sysctls"], of: spec)
    if context["fsGroupChangePolicy"].isPresent {
      oneOf(["Always", "OnRootMismatch"], context["fsGroupChangePolicy"])
    }
    seccompProfile(context["seccompProfile"])
    windowsOptions(context["windowsOptions"])
    appArmorProfile(context["appArmorProfile"])
    if context["supplementalGroupsPolicy"].isPresent {
      oneOf(["Merge", "Strict"], context["supplementalGroupsPolicy"])
    }
    if context["seLinuxChangePolicy"].isPresent {
      oneOf(["Recursive"], context["seLinuxChangePolicy"])
    }
  }

  private mutating func sysctls(_ list: Field, of spec: Field) {
    var names: Set<String> = []
    for sysctl in list.elements {
      let name = sysctl["name"]
      if name.isBlank {
        required(name)
      } else if !Sysctl.isValid(name.text) {
        invalid(name, Sysctl.rule)
      } else if names.contains(name.text) {
        duplicate(name)
      }
      switch Sysctl.namespace(of: name.text) {
      case .network where spec["hostNetwork"].isTrue:
        invalid(name, "may not be specified when 'hostNetwork' is true")
      case .communication where spec["hostIPC"].isTrue:
        invalid(name, "may not be specified when 'hostIPC' is true")
      default: break
      }
      names.insert(name.text)
    }
  }

  mutating func hostUsers(_ spec: Field) {
    guard spec["hostUsers"].bool == false else { return }
    let detail = "when `hostUsers` is false"
    for (name, shown) in [
      ("hostNetwork", "hostNetwork"), ("hostPID", "HostPID"), ("hostIPC", "HostIPC"),
    ] where spec[named: name].isTrue {
      forbidden(spec[named: name].shown(shown, of: spec), detail)
    }
    for container in spec.allContainers where container["volumeDevices"].count > 0 {
      forbidden(container["volumeDevices"], detail)
    }
  }
}

// MARK: - Operating systems
extension ObjectRules {
  /// Refuses pods of which only some containers are processes of the Windows host.
  mutating func hostProcesses(_ spec: Field) {
    let own = spec["securityContext"]["windowsOptions"]["hostProcess"].bool
    let containers = spec.allContainers
    var count = 0
    for container in containers {
      let field = container["securityContext"]["windowsOptions"]["hostProcess"]
      if let own, let value = field.bool, own != value {
        invalid(
          field, "pod hostProcess value must be identical if both are specified, was \(own)")
      }
      if field.bool ?? own ?? false { count += 1 }
    }
    guard count > 0 else { return }
    if count != containers.count {
      invalid(
        spec, .text(""),
        "If pod contains any hostProcess containers "
          + "then all containers must be HostProcess containers")
    }
    if !spec["hostNetwork"].isTrue {
      invalid(
        spec["hostNetwork"], .bool(false),
        "hostNetwork must be true if pod contains any hostProcess containers")
    }
  }

  /// Refuses what the operating system of a pod does not know.
  mutating func system(_ spec: Field) {
    let system = spec["os"]
    guard system.isPresent else { return }
    switch system["name"].text {
    case "": required(system["name"])
    case "linux": linux(spec)
    case "windows": windows(spec)
    default: unsupported(system["name"].shown(as: system), ["linux", "windows"])
    }
  }

  private mutating func linux(_ spec: Field) {
    for owner in [spec] + spec.allContainers {
      let options = owner["securityContext"]["windowsOptions"]
      if options.isPresent { forbidden(options, "windows options cannot be set for a linux pod") }
    }
  }

  private mutating func windows(_ spec: Field) {
    let detail = "cannot be set for a windows pod"
    let context = spec["securityContext"]
    for name in Self.fieldsForbiddenToWindows {
      if ["hostUsers", "shareProcessNamespace"].contains(name) {
        if spec[named: name].isPresent { forbidden(spec[named: name], detail) }
      } else if ["hostPID", "hostIPC"].contains(name) {
        if spec[named: name].isTrue { forbidden(spec[named: name], detail) }
      } else if name == "sysctls" ? context[named: name].count > 0 : context[named: name].isPresent
      {
        forbidden(context[named: name], detail)
      }
    }
    for container in spec.allContainers {
      let context = container["securityContext"]
      for name in Self.fieldsForbiddenToWindowsContainers where context[named: name].isPresent {
        forbidden(context[named: name], detail)
      }
    }
  }

  private static let fieldsForbiddenToWindows = [
    "appArmorProfile", "seLinuxOptions", "hostUsers", "hostPID", "hostIPC", "seccompProfile",
    "fsGroup", "fsGroupChangePolicy", "sysctls", "shareProcessNamespace", "runAsUser",
    "runAsGroup", "supplementalGroups", "supplementalGroupsPolicy", "seLinuxChangePolicy",
  ]

  private static let fieldsForbiddenToWindowsContainers = [
    "appArmorProfile", "seLinuxOptions", "seccompProfile", "capabilities",
    "readOnlyRootFilesystem", "privileged", "allowPrivilegeEscalation", "procMount", "runAsUser",
    "runAsGroup",
  ]
}
