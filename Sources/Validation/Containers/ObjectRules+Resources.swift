import KubernetesModel

/// Whose resources are asked for.
enum ResourceOwner {
  case pod, container
  /// A container for which no defaults are filled in.
  case ephemeralContainer
}

extension ObjectRules {
  mutating func resources(_ field: Field, of owner: ResourceOwner) {
    guard field.isPresent else { return }
    let limits = ResourceAmounts(field["limits"])
    var requests = ResourceAmounts(field["requests"])
    if pod.isPod, owner == .container {
      requests.fill(from: limits, as: field["requests"]) { _ in true }
    }
    resources(field, limits: limits, requests: requests, of: owner)
  }

  mutating func resources(
    _ field: Field, limits: ResourceAmounts, requests: ResourceAmounts, of owner: ResourceOwner
  ) {
    for limit in limits.entries { amount(limit, of: owner) }
    for request in requests.entries {
      resourceName(request, of: owner)
      resourceQuantity(request)
      limit(limits[request.name], on: request, of: field)
      hugePages(request)
    }
    let isNamed = { (test: (String) -> Bool) in limits.has(test) || requests.has(test) }
    if isNamed(ResourceSyntax.isHugePages), !isNamed({ $0 == "cpu" || $0 == "memory" }) {
      forbidden(field, "HugePages require cpu or memory")
    }
    claims(field["claims"])
  }

  private mutating func amount(_ entry: ResourceAmounts.Entry, of owner: ResourceOwner) {
    resourceName(entry, of: owner)
    resourceQuantity(entry)
    hugePages(entry)
  }

  private mutating func limit(
    _ limit: Quantity?, on request: ResourceAmounts.Entry, of field: Field
  ) {
    let allowsOvercommit = ResourceSyntax.allowsOvercommit(request.name)
    guard let limit else {
      if !allowsOvercommit {
        required(
          request.field.shown("limits", of: field),
          "Limit must be set for non overcommitable resources")
      }
      return
    }
    let shown = { request.field.shown("requests", of: field) }
    let value = { BadValue.text(request.quantity.description) }
    if !allowsOvercommit, request.quantity != limit {
      invalid(shown(), value(), "must be equal to \(request.name) limit of \(limit)")
    } else if limit < request.quantity {
      invalid(shown(), value(), "must be less than or equal to \(request.name) limit of \(limit)")
    }
  }

  private mutating func resourceName(_ entry: ResourceAmounts.Entry, of owner: ResourceOwner) {
    let (field, name, value) = (entry.field, entry.name, BadValue.text(entry.name))
    let isPlain = !name.utf8.contains(UInt8(ascii: "/"))
    let isAccepted = resourceName(name, at: field)
    switch owner {
    case .pod:
      guard isAccepted, !["cpu", "memory"].contains(name), !ResourceSyntax.isHugePages(name)
      else { return }
      unsupported(field, value, ["cpu", "hugepages-", "memory"])
    case .container where isPlain, .ephemeralContainer where isPlain:
      guard !ResourceSyntax.isStandardForContainers(name) else { return }
      invalid(field, value, "must be a standard resource for containers")
    case .container, .ephemeralContainer:
      guard !ResourceSyntax.isNative(name), !ResourceSyntax.isExtended(name) else { return }
      invalid(field, value, "doesn't follow extended resource name standard")
    }
  }

  /// Refuses what is the name of no resource; tells whether it is one.
  @discardableResult mutating func resourceName(_ name: String, at field: Field) -> Bool {
    let objections = Syntax.qualifiedName(name)
    invalid(field, .text(name), objections)
    guard objections.isEmpty, !name.utf8.contains(UInt8(ascii: "/")),
      !ResourceSyntax.isStandard(name)
    else {
      return objections.isEmpty
    }
    invalid(field, .text(name), "must be a standard resource type or fully qualified")
    return false
  }

  /// Refuses what is the name of no resource that containers may ask for.
  mutating func containerResourceName(_ name: String, at field: Field) {
    resourceName(.init(name: name, quantity: .zero, field: field), of: .container)
  }

  mutating func resourceQuantity(_ entry: ResourceAmounts.Entry) {
    let value = { BadValue.text(entry.quantity.description) }
    if entry.quantity.sign < 0 { invalid(entry.field, value(), Wording.nonNegative) }
    if ResourceSyntax.isWhole(entry.name), entry.quantity.milliValue % 1000 != 0 {
      invalid(entry.field, value(), "must be an integer")
    }
  }

  private mutating func hugePages(_ entry: ResourceAmounts.Entry) {
    guard ResourceSyntax.isHugePages(entry.name),
      !ResourceSyntax.isWholePages(entry.quantity, of: entry.name)
    else { return }
    let text = entry.quantity.description
    invalid(
      entry.field, .text(text), "\(text) is not positive integer multiple of \(entry.name)")
  }

  /// What a pod needs besides its containers.
  mutating func overhead(_ field: Field) {
    guard field.isPresent else { return }
    let limits = ResourceAmounts(field.shown(as: field["limits"]))
    resources(field, limits: limits, requests: ResourceAmounts(), of: .container)
  }
}

// MARK: - Claims
extension ObjectRules {
  private mutating func claims(_ list: Field) {
    var names: Set<String> = []
    for (index, claim) in list.elements.enumerated() {
      let name = claim["name"].text
      let shown = claim["name"].shown(as: list.indexed(index))
      guard !name.isEmpty else {
        required(shown)
        continue
      }
      claimRequest(claim, name, shown, &names)
      guard !pod.claims.contains(name) else { continue }
      let known =
        pod.claims.isEmpty ? " which is empty" : ": \(pod.claims.joined(separator: ", "))"
      notFound(shown, nil, "must be one of the names in pod.spec.resourceClaims\(known)")
    }
  }

  private mutating func claimRequest(
    _ claim: Field, _ name: String, _ shown: Field, _ names: inout Set<String>
  ) {
    guard !names.contains(name) else { return duplicate(shown) }
    let request = claim["request"]
    var key = name
    if !request.isBlank {
      label(request)
      key += "/\(request.text)"
    }
    if names.contains(key) {
      duplicate(shown, .text(key))
    } else if request.isBlank {
      for other in names where other.hasPrefix("\(name)/") {
        _ = other
        duplicate(shown)
      }
    }
    names.insert(key)
  }

  mutating func podClaims(_ list: Field) {
    var names: Set<String> = []
    for claim in list.elements {
      if let mirror = pod.mirror {
        forbidden(mirror, "static pods do not support resource claims")
        continue
      }
      let (name, claimName, template) = (
        claim["name"], claim["resourceClaimName"], claim["resourceClaimTemplateName"]
      )
      if name.isBlank {
        required(name)
      } else if !names.insert(name.text).inserted {
        duplicate(name)
      } else {
        label(name)
      }
      if claimName.isPresent == template.isPresent {
        invalid(
          claim, .json(claim.internalClaim),
          claimName.isPresent
            ? "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified"
            : "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`")
      }
      for field in [claimName, template] where field.isPresent { subdomain(field) }
    }
  }
}

extension Field {
  /// A pod's claim in the API server's internal form.
  fileprivate var internalClaim: String {
    GoJSON.object([
      "Name": self["name"].jsonText, "ResourceClaimName": self["resourceClaimName"].json,
      "ResourceClaimTemplateName": self["resourceClaimTemplateName"].json,
    ])
  }
}

// MARK: - Resources of the pod
extension ObjectRules {
  /// The resources of a pod as a whole, which its containers share.
  mutating func podResources(_ spec: Field) {
    let field = spec["resources"]
    guard field.isPresent else { return }
    guard pod.system != "windows" else {
      return forbidden(field, "may not be set for a windows pod")
    }
    if field["claims"].isPresent {
      forbidden(field["claims"], "claims may not be set for Resources at pod-level")
    }
    var limits = ResourceAmounts(field["limits"])
    var requests = ResourceAmounts(field["requests"])
    let ofContainers = ResourceAmounts(together: spec, containerRequests)
    let limitsOfContainers = ResourceAmounts(together: spec) {
      ResourceAmounts($0["resources"]["limits"])
    }
    if pod.isPod {
      fillHugePages(&limits, requests, limitsOfContainers, field)
      fillRequests(&requests, limits, ofContainers, field)
    }
    resources(field, limits: limits, requests: requests, of: .pod)
    consistency(field, limits, requests, ofContainers, limitsOfContainers)
    containerLimits(spec, limits)
  }

  private func containerRequests(_ container: Field) -> ResourceAmounts {
    let field = container["resources"]
    var requests = ResourceAmounts(field["requests"])
    guard pod.isPod else { return requests }
    requests.fill(from: ResourceAmounts(field["limits"]), as: field["requests"]) { _ in true }
    return requests
  }

  private func fillHugePages(
    _ limits: inout ResourceAmounts, _ requests: ResourceAmounts, _ ofContainers: ResourceAmounts,
    _ field: Field
  ) {
    limits.fill(from: ofContainers, as: field["limits"]) {
      ResourceSyntax.isHugePages($0) && requests[$0] == nil
    }
  }

  private func fillRequests(
    _ requests: inout ResourceAmounts, _ limits: ResourceAmounts, _ ofContainers: ResourceAmounts,
    _ field: Field
  ) {
    let supported = { (name: String) in
      ["cpu", "memory"].contains(name) || ResourceSyntax.isHugePages(name)
    }
    requests.fill(from: ofContainers, as: field["requests"]) {
      supported($0) && ResourceSyntax.allowsOvercommit($0)
    }
    requests.fill(from: limits, as: field["requests"], where: supported)
  }

  private mutating func consistency(
    _ field: Field, _ limits: ResourceAmounts, _ requests: ResourceAmounts,
    _ requestsOfContainers: ResourceAmounts, _ limitsOfContainers: ResourceAmounts
  ) {
    for entry in requestsOfContainers.entries {
      guard let request = requests[entry.name], request < entry.quantity else { continue }
      invalid(
        field["requests"].entry(entry.name), .text(request.description),
        "must be greater than or equal to aggregate container requests of \(entry.quantity)")
    }
    for entry in limitsOfContainers.entries where ResourceSyntax.isHugePages(entry.name) {
      guard let limit = limits[entry.name], limit < entry.quantity else { continue }
      invalid(
        field["limits"].entry(entry.name), .text(limit.description),
        "must be greater than or equal to aggregate container limits of \(entry.quantity)")
    }
  }

  private mutating func containerLimits(_ spec: Field, _ limits: ResourceAmounts) {
    for (index, container) in spec["containers"].elements.enumerated() {
      for entry in ResourceAmounts(container["resources"]["limits"]).entries {
        guard let limit = limits[entry.name], limit < entry.quantity else { continue }
        let path = spec["resources"]["containers"].indexed(index).keyed(entry.name)["limits"]
        invalid(
          entry.field.shown(as: path), .text(entry.quantity.description),
          "must be less than or equal to pod limits of \(limit)")
      }
    }
  }
}
