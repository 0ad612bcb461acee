// As pkg/api/service/warnings.go and the strategies of the other kinds have it.
extension ObjectAdvice {
  mutating func service(_ object: Field) {
    let spec = object["spec"]
    let hints = object["metadata"]["annotations"]
      .entry("service.kubernetes.io/topology-aware-hints")
    if hints.isPresent {
      note(
        hints,
        "annotation service.kubernetes.io/topology-aware-hints is deprecated, "
          + "please use service.kubernetes.io/topology-mode instead")
    }
    let (isExternal, addresses) = (spec["type"].text == "ExternalName", spec["externalIPs"])
    clusterAddresses(spec)
    if spec.isHeadless { headless(spec) }
    for address in addresses.elements { self.address(address) }
    if addresses.count > 0, !spec.isHeadless, !isExternal {
      note(
        addresses,
        "spec.externalIPs is deprecated and may no longer be implemented in some clusters")
    }
    if !spec["loadBalancerIP"].isBlank { address(spec["loadBalancerIP"]) }
    for range in spec["loadBalancerSourceRanges"].elements { addressRange(range) }
    if isExternal, addresses.count > 0 {
      note(addresses, "spec.externalIPs is ignored when spec.type is \"ExternalName\"")
    }
    if !isExternal, !spec["externalName"].isBlank {
      note(
        spec["externalName"],
        "spec.externalName is ignored when spec.type is not \"ExternalName\"")
    }
    if spec["trafficDistribution"].text == "PreferClose" {
      warn(
        spec["trafficDistribution"], "\"PreferClose\" is deprecated; use \"PreferSameZone\"")
    }
  }

  private mutating func clusterAddresses(_ spec: Field) {
    let (address, addresses) = (spec["clusterIP"], spec["clusterIPs"])
    guard !address.isBlank, address.text != "None" else { return }
    let all =
      addresses.count == 0 ? [address.shown(as: addresses.indexed(0))] : Array(addresses.elements)
    for address in all { self.address(address) }
  }

  private mutating func headless(_ spec: Field) {
    if !spec["loadBalancerIP"].isBlank {
      note(spec["loadBalancerIP"], "spec.loadBalancerIP is ignored for headless services")
    }
    if spec["externalIPs"].count > 0 {
      note(spec["externalIPs"], "spec.externalIPs is ignored for headless services")
    }
    if spec["sessionAffinity"].text(or: "None") != "None" {
      note(spec["sessionAffinity"], "spec.SessionAffinity is ignored for headless services")
    }
  }

  mutating func networkPolicy(_ spec: Field) {
    for (direction, peers) in [("ingress", "from"), ("egress", "to")] {
      for rule in spec[named: direction].elements {
        for peer in rule[named: peers].elements {
          let block = peer["ipBlock"]
          guard block.isPresent else { continue }
          addressRange(block["cidr"])
          for exception in block["except"].elements { addressRange(exception) }
        }
      }
    }
  }

  mutating func ingress(_ object: Field) {
    let annotation = object["metadata"]["annotations"].entry("kubernetes.io/ingress.class")
    guard annotation.isPresent, !object["spec"]["ingressClassName"].isPresent else { return }
    note(
      annotation,
      "annotation \"kubernetes.io/ingress.class\" is deprecated, "
        + "please use 'spec.ingressClassName' instead")
  }

  mutating func storageClass(_ object: Field) {
    for term in object["allowedTopologies"].elements {
      for expression in term["matchLabelExpressions"].elements {
        if let message = Self.labels[expression["key"].text] { warn(expression["key"], message) }
      }
    }
  }

  private mutating func addressRange(_ field: Field) {
    for warning in AddressRange.warnings(about: field.text) { warn(field, warning) }
  }
}
