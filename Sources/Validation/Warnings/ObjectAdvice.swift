import Basics
import KubernetesModel
import YAML

/// The warnings that come with an object, in the order of the API server.
struct ObjectAdvice {
  private(set) var warnings: [ValidationVerdict.Warning] = []

  /// Notes a warning without a path.
  mutating func note(_ field: Field, _ message: String) {
    warnings.append(ValidationVerdict.Warning(message: message, place: field.place))
  }

  mutating func warn(_ field: Field, _ message: String) {
    note(field, "\(field.path): \(message)")
  }
}

// MARK: - Objects
extension ObjectAdvice {
  mutating func name(_ object: Field, _ use: String) {
    let meta = object["metadata"]
    let objections = Syntax.label(meta.generatedName)
    guard !objections.isEmpty else { return }
    warn(
      meta["name"],
      "this is used in \(use), which can result in surprising behavior; "
        + "a DNS label is recommended: [\(objections.joined(separator: " "))]")
  }

  mutating func statefulSet(_ object: Field) {
    let spec = object["spec"]
    pod(spec["template"], isTemplate: true)
    // Upstream leaves a step out of the paths.
    for claim in spec["volumeClaimTemplates"].elements {
      self.claim(claim["spec"].shown(as: claim))
    }
    if let limit = spec["revisionHistoryLimit"].int, limit < 0 {
      warn(
        spec["revisionHistoryLimit"],
        "a negative value retains all historical revisions; a value >= 0 is recommended")
    }
  }

  mutating func job(_ spec: Field) {
    if spec["completionMode"].text == "Indexed", spec["completions"].int ?? 0 > 100_000,
      spec["parallelism"].int ?? 0 > 10_000
    {
      warn(
        spec,
        "In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher "
          + "than 10^4, Kubernetes might not be able to track completedIndexes "
          + "when a big number of indexes fail")
    }
    pod(spec["template"], isTemplate: true)
  }

  /// A claim of its own, which may name its class in an annotation.
  mutating func claim(of object: Field) {
    let annotation = object["metadata"]["annotations"]
      .entry("volume.beta.kubernetes.io/storage-class")
    if annotation.isPresent {
      warn(annotation, "deprecated since v1.8; use \"storageClassName\" attribute instead")
    }
    claim(object["spec"])
  }

  /// Requests that are larger than limits would ever allow.
  mutating func resourceQuota(_ spec: Field) {
    let hard = spec["hard"]
    for resource in ["cpu", "memory", "storage", "ephemeral-storage"] {
      let names =
        ["requests.\(resource)"] + (["cpu", "memory"].contains(resource) ? [resource] : [])
      let limit = hard.entry("limits.\(resource)")
      guard let name = names.first(where: { hard.entry($0).isPresent }),
        let asked = hard.entry(name).quantity, let most = limit.quantity, asked > most
      else { continue }
      note(
        hard.entry(name),
        "ResourceQuota \(name) (\(asked)) should be less than limits.\(resource) (\(most))")
    }
  }

  mutating func persistentVolume(_ object: Field) {
    let spec = object["spec"]
    let policy = spec["persistentVolumeReclaimPolicy"]
    if policy.text == "Recycle" {
      warn(
        policy,
        "The Recycle reclaim policy is deprecated. "
          + "Instead, the recommended approach is to use dynamic provisioning.")
    }
    for term in spec["nodeAffinity"]["required"]["nodeSelectorTerms"].elements {
      nodeTerm(term, isPreferred: false)
    }
    for name in ["cephfs", "photonPersistentDisk", "scaleIO", "storageOS", "glusterfs", "rbd"] {
      let source = spec[named: name == "storageOS" ? "storageos" : name]
      guard source.isPresent, let message = Self.volumes.first(where: { $0.key == name })?.value
      else { continue }
      warn(source.shown(name, of: spec), message)
    }
  }

  mutating func claim(_ spec: Field) {
    fraction(spec["resources"]["requests"].entry("storage"))
  }

  /// Warns of shares of bytes.
  private mutating func fraction(_ field: Field) {
    guard let node = field.node, node.utf8.contains(where: Self.dividesBytes),
      let quantity = field.quantity?.rounded(toScale: -3), quantity.milliValue % 1000 != 0
    else { return }
    warn(field, "fractional byte value \"\(quantity)\" is invalid, must be an integer")
  }
}

extension ObjectAdvice {
  /// Whether an octet of a quantity may make it less than whole: a point, a small unit, an exponent.
  private static func dividesBytes(_ octet: UInt8) -> Bool {
    switch octet {
    case UInt8(ascii: "."), UInt8(ascii: "m"), UInt8(ascii: "u"), UInt8(ascii: "n"),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}

// MARK: - Pods
extension ObjectAdvice {
  mutating func pod(_ object: Field, isTemplate: Bool) {
    let (spec, annotations) = (object["spec"], object["metadata"]["annotations"])
    nodeLabels(spec)
    for constraint in spec["topologySpreadConstraints"].elements {
      nodeLabel(constraint["topologyKey"])
      selector(of: constraint)
    }
    if annotations.isPresent {
      for (key, message) in Self.annotations where annotations.has(key) {
        warn(annotations.entry(key), message)
      }
    }
    let volumes = spec["volumes"]
    for volume in volumes.elements { self.volume(volume) }
    for volume in volumes.elements { paths(of: volume) }
    repeated(spec["hostAliases"], "ip")
    repeated(spec["imagePullSecrets"], "name")
    for secret in spec["imagePullSecrets"].elements where secret["name"].isBlank {
      warn(secret["name"], "invalid empty name \"\"")
    }
    let overhead = spec["overhead"]
    if overhead.isPresent {
      for name in ["memory", "ephemeral-storage"] { fraction(overhead.entry(name)) }
    }
    let containers = spec.allContainers
    profiles(spec, containers, annotations, isTemplate: isTemplate)
    ports(spec, containers, isTemplate: isTemplate)
    if isTemplate, let seconds = spec["terminationGracePeriodSeconds"].int, seconds < 0 {
      warn(
        spec["terminationGracePeriodSeconds"],
        "must be >= 0; negative values are invalid and will be treated as 1")
    }
    affinity(spec["affinity"])
    for server in spec["dnsConfig"]["nameservers"].elements { address(server) }
    for alias in spec["hostAliases"].elements { address(alias["ip"]) }
  }

  private mutating func repeated(_ list: Field, _ name: String) {
    var seen = SeenNames()
    for element in list.elements where !seen.insert(element[named: name].text) {
      warn(element[named: name], "duplicate \(name) \(element[named: name].quoted)")
    }
  }

  private mutating func profiles(
    _ spec: Field, _ containers: [Field], _ annotations: Field, isTemplate: Bool
  ) {
    let context = spec["securityContext"]
    if annotations.isPresent {
      let seccomp = annotations.entry("seccomp.security.alpha.kubernetes.io/pod")
      seccompProfile(of: context, seccomp)
    }
    for container in containers {
      if annotations.isPresent {
        let (name, own) = (container["name"].text, container["securityContext"])
        seccompProfile(of: own, annotations.entry(ObjectRules.seccompPrefix + name))
        let appArmor = annotations.entry(ObjectRules.appArmorPrefix + name)
        let inherited = AppArmorProfile(field: context["appArmorProfile"])
        if isTemplate, appArmor.isPresent, !own["appArmorProfile"].isPresent,
          inherited == nil || inherited != AppArmorProfile(annotation: appArmor.text)
        {
          warn(appArmor, "deprecated since v1.30; use the \"appArmorProfile\" field instead")
        }
      }
      amounts(container["resources"], isTemplate: isTemplate)
      environment(container["env"])
    }
  }

  private mutating func seccompProfile(of context: Field, _ annotation: Field) {
    guard annotation.isPresent, !context["seccompProfile"].isPresent else { return }
    warn(annotation, "non-functional in v1.27+; use the \"seccompProfile\" field instead")
  }

  private mutating func amounts(_ resources: Field, isTemplate: Bool) {
    guard resources.isPresent else { return }
    let (limits, requests) = (resources["limits"], resources["requests"])
    for name in ["memory", "ephemeral-storage"] {
      let (limit, request) = (limits.entry(name), requests.entry(name))
      fraction(limit)
      let inherited = limit.shown(as: request)
      fraction(request.isPresent || isTemplate ? request : inherited)
    }
  }

  private mutating func environment(_ list: Field) {
    var names = SeenNames()
    for variable in list.elements {
      let name = variable["name"]
      guard !names.insert(name.text) else { continue }
      let reference = "$(\(name.text))"
      let value = variable["value"].text
      if variable["valueFrom"].isPresent || value == reference || !value.contains(reference) {
        warn(
          variable,
          "hides previous definition of \(name.quoted), which may be dropped when using apply")
      }
    }
  }

  private mutating func affinity(_ affinity: Field) {
    guard affinity.isPresent else { return }
    for pods in [affinity["podAffinity"], affinity["podAntiAffinity"]] {
      for term in pods["requiredDuringSchedulingIgnoredDuringExecution"].elements {
        selector(of: term)
      }
      for term in pods["preferredDuringSchedulingIgnoredDuringExecution"].elements {
        selector(of: term["podAffinityTerm"])
      }
    }
  }

  private mutating func selector(of term: Field) {
    if !term["labelSelector"].isPresent {
      warn(term["labelSelector"], "a null labelSelector results in matching no pod")
    }
  }

  mutating func address(_ field: Field) {
    if let warning = AddressSyntax.warning(about: field.text) { warn(field, warning) }
  }

  private static let annotations: KeyValuePairs = [
    "scheduler.alpha.kubernetes.io/critical-pod":
      "non-functional in v1.16+; use the \"priorityClassName\" field instead",
    "security.alpha.kubernetes.io/sysctls":
      "non-functional in v1.11+; use the \"sysctls\" field instead",
    "security.alpha.kubernetes.io/unsafe-sysctls":
      "non-functional in v1.11+; use the \"sysctls\" field instead",
  ]
}

// MARK: - Labels of nodes
extension ObjectAdvice {
  private mutating func nodeLabels(_ spec: Field) {
    for (key, value) in spec["nodeSelector"].entries {
      if let message = Self.labels[key] { warn(value, message) }
    }
    let nodes = spec["affinity"]["nodeAffinity"]
    let required = nodes["requiredDuringSchedulingIgnoredDuringExecution"]
    for term in required["nodeSelectorTerms"].elements { nodeTerm(term, isPreferred: false) }
    for term in nodes["preferredDuringSchedulingIgnoredDuringExecution"].elements {
      nodeTerm(term["preference"], isPreferred: true)
    }
  }

  private mutating func nodeTerm(_ term: Field, isPreferred: Bool) {
    for requirement in term["matchExpressions"].elements {
      nodeLabel(requirement["key"])
      guard isPreferred else { continue }
      for value in requirement["values"].elements {
        for objection in Syntax.labelValue(value.text) {
          warn(value, "\(value.text) is invalid, \(objection)")
        }
      }
    }
  }

  private mutating func nodeLabel(_ key: Field) {
    if let message = Self.labels[key.text] { warn(key, "\(key.text) is \(message)") }
  }

  static let labels = [
    "beta.kubernetes.io/arch": "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
    "beta.kubernetes.io/os": "deprecated since v1.14; use \"kubernetes.io/os\" instead",
    "failure-domain.beta.kubernetes.io/region":
      "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
    "failure-domain.beta.kubernetes.io/zone":
      "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
    "beta.kubernetes.io/instance-type":
      "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead",
  ]
}

// MARK: - Volumes
extension ObjectAdvice {
  private mutating func volume(_ volume: Field) {
    for (name, message) in Self.volumes {
      if name == "cephfs", volume.has("ephemeral") {
        claim(volume["ephemeral"]["volumeClaimTemplate"]["spec"])
      }
      let field = name == "storageOS" ? "storageos" : name
      if volume.has(field) { warn(volume[named: field].shown(name, of: volume), message) }
    }
  }

  private static let volumes: KeyValuePairs = [
    "photonPersistentDisk": "deprecated in v1.11, non-functional in v1.16+",
    "gitRepo": "deprecated in v1.11, and disabled by default in v1.33+",
    "scaleIO": "deprecated in v1.16, non-functional in v1.22+",
    "flocker": "deprecated in v1.22, non-functional in v1.25+",
    "storageOS": "deprecated in v1.22, non-functional in v1.25+",
    "quobyte": "deprecated in v1.22, non-functional in v1.25+",
    "glusterfs": "deprecated in v1.25, non-functional in v1.26+",
    "cephfs": "deprecated in v1.28, non-functional in v1.31+",
    "rbd": "deprecated in v1.28, non-functional in v1.31+",
  ]
}
