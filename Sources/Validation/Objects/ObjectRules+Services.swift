import YAML

// MARK: - Services
extension ObjectRules {
  mutating func service(_ object: Field) {
    // RelaxedServiceNameValidation is on since 1.36.
    metadata(object["metadata"], minor < 36 ? .letterLabel : .label)
    topologyAnnotations(object["metadata"]["annotations"])
    let spec = object["spec"]
    let type = spec["type"].text(or: "ClusterIP")
    serviceType(spec, type)
    servicePorts(spec)
    labels(spec["selector"])
    sessionAffinity(spec)
    if type != "ExternalName" { clusterAddresses(spec) }
    for address in spec["externalIPs"].elements {
      self.address(address)
      if AddressSyntax.objections(to: address.text).isEmpty { ordinaryAddress(address) }
    }
    oneOf(
      ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"], spec["type"],
      default: "ClusterIP")
    nodePorts(spec, type)
    loadBalancer(spec, type, object["metadata"]["annotations"])
    traffic(spec, type)
  }

  private mutating func topologyAnnotations(_ annotations: Field) {
    let mode = annotations.entry("service.kubernetes.io/topology-mode")
    let hints = annotations.entry("service.kubernetes.io/topology-aware-hints")
    guard mode.isPresent, hints.isPresent, mode.text != hints.text else { return }
    invalid(
      mode,
      "must match annotations[service.kubernetes.io/topology-aware-hints] "
        + "when both are specified")
  }

  private mutating func serviceType(_ spec: Field, _ type: String) {
    if spec["ports"].count == 0, !spec.isHeadless, type != "ExternalName" {
      required(spec["ports"])
    }
    switch type {
    case "LoadBalancer", "NodePort":
      guard spec.isHeadless else { return }
      let address = spec["clusterIP"].shown(as: spec["clusterIPs"].indexed(0))
      invalid(address, .text("None"), "may not be set to 'None' for \(type) services")
    case "ExternalName":
      for name in ["clusterIPs", "ipFamilies", "ipFamilyPolicy"] where !spec[named: name].isEmpty {
        forbidden(spec[named: name], "may not be set for ExternalName services")
      }
      let name = spec["externalName"]
      let text = name.text.hasSuffix(".") ? String(name.text.dropLast()) : name.text
      if text.isEmpty { required(name) } else { invalid(name, .text(text), Syntax.subdomain(text)) }
    default: break
    }
  }

  private mutating func servicePorts(_ spec: Field) {
    var names: Set<String> = []
    let ports = Array(spec["ports"].elements)
    for port in ports {
      let (name, number, target) = (port["name"], port["port"], port["targetPort"])
      if name.isBlank {
        if ports.count > 1 { required(name) }
      } else {
        label(name)
        if !names.insert(name.text).inserted { duplicate(name) }
      }
      invalid(number, .int(number.int ?? 0), Syntax.portNumber(number.int ?? 0))
      oneOf(["SCTP", "TCP", "UDP"], port["protocol"], default: "TCP")
      let isUnset = target.isBlank && target.int ?? 0 == 0
      portNumberOrName(isUnset ? number.shown(as: target) : target)
      if port["appProtocol"].isPresent { labelName(port["appProtocol"]) }
    }
  }

  private mutating func sessionAffinity(_ spec: Field) {
    let (affinity, config) = (spec["sessionAffinity"], spec["sessionAffinityConfig"])
    oneOf(["ClientIP", "None"], affinity, default: "None")
    switch affinity.text(or: "None") {
    case "ClientIP":
      let timeout = config["clientIP"]["timeoutSeconds"]
      if let seconds = timeout.int, !(1...86_400).contains(seconds) {
        invalid(timeout, "must be greater than 0 and less than 86400")
      }
    default: break
    }
  }

  private mutating func clusterAddresses(_ spec: Field) {
    let (address, addresses) = (spec["clusterIP"], spec["clusterIPs"])
    let (texts, first) = (addresses.texts, address.text)
    if !first.isEmpty, let other = texts.first, other != first {
      invalid(addresses, .texts(texts), "first value must match `clusterIP`")
    } else if first.isEmpty, !texts.isEmpty {
      invalid(addresses, .texts(texts), "must be empty when `clusterIP` is not specified")
    }
    var families: Set<String> = []
    for family in spec["ipFamilies"].elements {
      oneOf(["IPv4", "IPv6"], family)
      if !families.insert(family.text).inserted { duplicate(family) }
    }
    if spec["ipFamilyPolicy"].isPresent {
      oneOf(["PreferDualStack", "RequireDualStack", "SingleStack"], spec["ipFamilyPolicy"])
    }
    let all =
      texts.isEmpty && !first.isEmpty
      ? [address.shown(as: addresses.indexed(0))] : Array(addresses.elements)
    let list = BadValue.texts(all.map(\.text))
    let count = errors.count
    for (index, address) in all.enumerated() {
      guard index == 0, address.text == "None" else {
        self.address(address)
        continue
      }
      if all.count > 1 { invalid(addresses, list, "'None' must be the first and only value") }
    }
    let areValid = errors.count == count
    if all.count > 2 { invalid(addresses, list, "may only hold up to 2 values") }
    if areValid { addressFamilies(all, list, spec) }
  }

  /// Refuses addresses that are not of the families that they are to be of.
  private mutating func addressFamilies(_ addresses: [Field], _ list: BadValue, _ spec: Field) {
    let areLong = addresses.map { AddressSyntax.isLong($0.text) }
    if addresses.count > 1, !areLong.contains(true) || !areLong.contains(false) {
      invalid(
        spec["clusterIPs"], list, "may specify no more than one IP for each IP family")
    }
    guard !spec.isHeadless else { return }
    let families = spec["ipFamilies"].texts
    for (index, (address, family)) in zip(addresses, families).enumerated()
    where family == (areLong[index] ? "IPv4" : "IPv6") {
      invalid(
        address, "expected an \(family) value as indicated by `ipFamilies[\(index)]`")
    }
  }

  private mutating func nodePorts(_ spec: Field, _ type: String) {
    let ports = Array(spec["ports"].elements)
    if type == "ClusterIP" {
      for port in ports where port["nodePort"].int ?? 0 != 0 {
        forbidden(port["nodePort"], "may not be used when `type` is 'ClusterIP'")
      }
    }
    var taken: Set<String> = []
    for port in ports {
      guard let number = port["nodePort"].int, number != 0 else { continue }
      let key = "\(port["protocol"].text(or: "TCP"))/\(number)"
      if !taken.insert(key).inserted { duplicate(port["nodePort"]) }
    }
    taken = []
    for port in ports {
      let number = port["port"].int ?? 0
      let transport = port["protocol"].text(or: "TCP")
      guard !taken.insert("\(transport)/\(number)").inserted else { continue }
      duplicate(
        port,
        .json(
          GoJSON.object([
            "Name": "\"\"", "Protocol": "\"\(transport)\"", "AppProtocol": "null",
            "Port": "\(number)", "TargetPort": "0", "NodePort": "0",
          ])))
    }
  }

  private mutating func loadBalancer(_ spec: Field, _ type: String, _ annotations: Field) {
    let detail = "may only be used when `type` is 'LoadBalancer'"
    let ranges = spec["loadBalancerSourceRanges"].shown("LoadBalancerSourceRanges", of: spec)
    let annotation = annotations.entry("service.beta.kubernetes.io/load-balancer-source-ranges")
    for field in [ranges, ranges.count > 0 ? annotation.absent : annotation]
    where type != "LoadBalancer" && (field.node?.isScalar == true || field.count > 0) {
      forbidden(field, detail)
    }
    if ranges.count > 0 {
      for range in ranges.elements { addressRange(range, range.text) }
    } else if !annotation.text.trimmingSpaces.isEmpty {
      for range in annotation.text.trimmingSpaces.parts(at: ",") {
        addressRange(annotation, range)
      }
    }
    guard type != "LoadBalancer" else {
      let name = spec["loadBalancerClass"]
      if name.isPresent { labelName(name) }
      return
    }
    for name in ["allocateLoadBalancerNodePorts", "loadBalancerClass"]
    where spec[named: name].isPresent {
      forbidden(spec[named: name], detail)
    }
  }

  /// A range of addresses may have blanks around it, since it came from an annotation once.
  private mutating func addressRange(_ field: Field, _ text: String) {
    let text = text.trimmingSpaces
    invalid(field, .text(text), AddressRange.objections(to: text))
  }

  private mutating func traffic(_ spec: Field, _ type: String) {
    let (policy, port) = (spec["externalTrafficPolicy"], spec["healthCheckNodePort"])
    let isReachable =
      ["LoadBalancer", "NodePort"].contains(type)
      || type == "ClusterIP" && spec["externalIPs"].count > 0
    if isReachable {
      oneOf(["Cluster", "Local"], policy, default: "Cluster")
    } else if !policy.isBlank {
      invalid(policy, "may only be set for externally-accessible services")
    }
    let needsPort = type == "LoadBalancer" && policy.text == "Local"
    if let number = port.int, number != 0 {
      if needsPort {
        invalid(port, Syntax.portNumber(number))
      } else {
        invalid(
          port,
          "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'")
      }
    }
    if spec["internalTrafficPolicy"].isPresent {
      oneOf(["Cluster", "Local"], spec["internalTrafficPolicy"])
    }
    if spec["trafficDistribution"].isPresent {
      oneOf(["PreferClose", "PreferSameZone", "PreferSameNode"], spec["trafficDistribution"])
    }
  }
}

extension Field {
  /// Whether a service has no address of its own.
  var isHeadless: Bool {
    let addresses = self["clusterIPs"].texts
    return addresses.isEmpty ? self["clusterIP"].text == "None" : addresses == ["None"]
  }
}
