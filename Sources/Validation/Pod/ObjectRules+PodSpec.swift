import YAML

extension ObjectRules {
  /// A pod that is being created.
  mutating func pod(_ object: Field) {
    let (meta, spec) = (object["metadata"], object["spec"])
    metadata(meta, .subdomain)
    podAnnotations(meta["annotations"], of: spec)
    pod = PodContext(isPod: true, name: meta.generatedName)
    pod.labels = Set(meta["labels"].entries.map(\.key))
    let mirror = meta["annotations"].entry("kubernetes.io/config.mirror")
    if mirror.isPresent { pod.mirror = mirror.shown(as: object.keyed("")) }
    podSpec(spec)
    for list in ["containers", "initContainers"] {
      for container in spec[named: list].elements { imageWithoutSpaces(container) }
    }
    if spec["ephemeralContainers"].count > 0 {
      forbidden(spec["ephemeralContainers"], "cannot be set on create")
    }
    if !spec["nodeName"].isBlank, spec["schedulingGates"].count > 0 {
      forbidden(spec["nodeName"], "cannot be set until all schedulingGates have been cleared")
    }
    profiles(spec, meta["annotations"])
  }

  /// A template of pods that is an object of its own.
  mutating func podTemplateObject(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    podTemplate(object["template"])
  }

  /// A template from which a controller makes pods.
  ///
  /// - Parameters:
  ///   - template: the template.
  ///   - claims: the templates of claims, if a stateful set makes the pods.
  ///   - added: labels that the API server adds.
  mutating func podTemplate(
    _ template: Field, claims: [Field]? = nil, adding added: [String: String] = [:]
  ) {
    let spec = template["spec"]
    templateMetadata(template, adding: added)
    pod = PodContext(claimTemplates: claims)
    podSpec(spec)
    profiles(spec, template["metadata"]["annotations"])
    if spec["ephemeralContainers"].count > 0 {
      forbidden(
        spec["ephemeralContainers"], "ephemeral containers not allowed in pod template")
    }
  }

  /// The labels and annotations of a template, which upstream looks for in the wrong place.
  mutating func templateMetadata(_ template: Field, adding added: [String: String] = [:]) {
    let metadata = template["metadata"]
    let annotations = metadata["annotations"].shown("annotations", of: template)
    labels(metadata["labels"].shown("labels", of: template), adding: added)
    self.annotations(annotations)
    podAnnotations(annotations, of: template["spec"])
  }

  private mutating func podSpec(_ spec: Field) {
    let seconds = spec["terminationGracePeriodSeconds"].int ?? 30
    pod.gracePeriod = pod.isPod && seconds < 0 ? 1 : seconds
    pod.restartPolicy = spec["restartPolicy"].text(or: "Always")
    pod.usesHostUsers = spec["hostUsers"].bool ?? true
    pod.usesHostNetwork = spec["hostNetwork"].isTrue
    pod.system = spec["os"]["name"].optionalText
    volumes(spec["volumes"])
    let claims = spec["resourceClaims"]
    if claims.isPresent {
      pod.claims = Set(claims.elements.map { $0["name"].text }).subtracting([""])
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      podClaims(claims)
    }
    containers(spec["containers"])
    initContainers(spec["initContainers"], besides: spec["containers"])
    ephemeralContainers(spec["ephemeralContainers"], of: spec)
    podResources(spec)
    hostNetworkPorts(spec)
    oneOf(["Always", "OnFailure", "Never"], spec["restartPolicy"], default: "Always")
    oneOf(
      ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"], spec["dnsPolicy"],
      default: "ClusterFirst")
    labels(spec["nodeSelector"])
    podSecurityContext(spec["securityContext"], of: spec)
    affinity(spec["affinity"])
    dnsConfig(spec)
    for gate in spec["readinessGates"].elements { labelName(gate["conditionType"]) }
    schedulingGates(spec["schedulingGates"])
    spreadConstraints(spec["topologySpreadConstraints"])
    hostProcesses(spec)
    hostUsers(spec)
    hostnameOverride(spec)
    names(spec)
    tolerations(spec["tolerations"])
    hostAliases(spec["hostAliases"])
    if !spec["priorityClassName"].isBlank { subdomain(spec["priorityClassName"]) }
    if spec["runtimeClassName"].isPresent { subdomain(spec["runtimeClassName"]) }
    if spec["preemptionPolicy"].isPresent {
      requiredOneOf(["PreemptLowerPriority", "Never"], spec["preemptionPolicy"])
    }
    overhead(spec["overhead"])
    system(spec)
    fileKeyVolumes(spec)
  }

  private mutating func names(_ spec: Field) {
    let (account, oldAccount) = (spec["serviceAccountName"], spec["serviceAccount"])
    let name = account.isBlank ? oldAccount.shown(as: account) : account
    for name in [name, spec["nodeName"]] where !name.isBlank { subdomain(name) }
    within(1...2_147_483_647, spec["activeDeadlineSeconds"])
    guard pod.claimTemplates == nil else { return }
    for name in [spec["hostname"], spec["subdomain"]] where !name.isBlank { label(name) }
  }

  private mutating func schedulingGates(_ list: Field) {
    var names: Set<String> = []
    for (index, gate) in list.elements.enumerated() {
      let name = gate["name"].shown(as: list.indexed(index))
      labelName(name)
      if !names.insert(name.text).inserted { duplicate(name) }
    }
  }

  private mutating func hostnameOverride(_ spec: Field) {
    let name = spec["hostnameOverride"]
    guard let text = name.optionalText else { return }
    for field in ["setHostnameAsFQDN", "hostNetwork"] where spec[named: field].isTrue {
      forbidden(name, "may not be specified when \(field) is true")
    }
    if text.utf8.count > 64 { tooLong(name, 64) }
    subdomain(name)
  }

  private mutating func hostAliases(_ list: Field) {
    for alias in list.elements {
      address(alias["ip"])
      for name in alias["hostnames"].elements { subdomain(name) }
    }
  }

  /// Refuses variables out of files of volumes that a pod does not have or that are not scratch space.
  private mutating func fileKeyVolumes(_ spec: Field) {
    let volumes = spec["volumes"]
    for container in spec.allContainers {
      for variable in container["env"].elements where variable.has("valueFrom") {
        let source = variable["valueFrom"]
        guard source.has("fileKeyRef") else { continue }
        let name = source["fileKeyRef"]["volumeName"]
        if pod.isTemplateOfClaim(name.text) {
          invalid(name, "referenced volume must be of type emptyDir")
        } else if let volume = volumes.elements.filter({ $0["name"].text == name.text }).last {
          let hasSource = !VolumeKind.kinds(of: volume).isEmpty
          if hasSource, !volume["emptyDir"].isPresent {
            invalid(name, "referenced volume must be of type emptyDir")
          }
        } else {
          notFound(name)
        }
      }
    }
  }
}

// MARK: - Tolerations
extension ObjectRules {
  mutating func tolerations(_ list: Field) {
    for toleration in list.elements {
      let (key, comparison) = (toleration["key"], toleration["operator"])
      let (value, effect) = (toleration["value"], toleration["effect"])
      if !key.isBlank { labelName(key) }
      if key.isBlank, comparison.text != "Exists" {
        invalid(
          comparison,
          "operator must be Exists when `key` is empty, "
            + "which means \"match all values and all keys\"")
      }
      if toleration["tolerationSeconds"].isPresent, effect.text != "NoExecute" {
        invalid(effect, "effect must be 'NoExecute' when `tolerationSeconds` is set")
      }
      tolerated(value.shown(as: comparison), comparison)
      if !effect.isBlank {
        oneOf(["NoSchedule", "PreferNoSchedule", "NoExecute"], effect)
      }
    }
  }

  private mutating func tolerated(_ value: Field, _ comparison: Field) {
    switch comparison.text {
    case "", "Equal":
      let objections = Syntax.labelValue(value.text)
      if !objections.isEmpty { invalid(value, objections.joined(separator: ";")) }
    case "Exists":
      if !value.isBlank {
        invalid(value, "value must be empty when `operator` is 'Exists'")
      }
    case "Lt", "Gt": unsupported(comparison, ["Equal", "Exists", "Lt", "Gt"])
    default: unsupported(comparison, ["Equal", "Exists"])
    }
  }
}

// MARK: - Names of other machines
extension ObjectRules {
  private mutating func dnsConfig(_ spec: Field) {
    let config = spec["dnsConfig"]
    let (servers, searches) = (config["nameservers"], config["searches"])
    if spec["dnsPolicy"].text == "None" {
      guard config.isPresent else {
        return required(config, "must provide `dnsConfig` when `dnsPolicy` is None")
      }
      guard servers.count > 0 else {
        return required(
          servers, "must provide at least one DNS nameserver when `dnsPolicy` is None")
      }
    }
    guard config.isPresent else { return }
    if servers.count > 3 {
      invalid(servers, .texts(servers.texts), "must not have more than 3 nameservers")
    }
    for server in servers.elements { address(server) }
    if searches.count > 32 { invalid(searches, "must not have more than 32 search paths") }
    if searches.texts.joined(separator: " ").utf8.count > 2048 {
      invalid(
        searches,
        "must not have more than 2048 characters (including spaces) in the search list")
    }
    for search in searches.elements where search.text != "." {
      let name = search.text.hasSuffix(".") ? String(search.text.dropLast()) : search.text
      invalid(search, .text(name), Syntax.subdomainWithUnderscores(name))
    }
    for (index, option) in config["options"].elements.enumerated()
    where option["name"].isBlank {
      required(
        option["name"].shown(as: config["options"].indexed(index)), "must not be empty")
    }
  }

  mutating func address(_ field: Field) { invalid(field, AddressSyntax.objections(to: field.text)) }
}
