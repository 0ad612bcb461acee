import KubernetesModel

// As the functions of pkg/apis/discovery/validation have it.
extension ObjectRules {
  mutating func endpointSlice(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    let type = object["addressType"]
    if type.isBlank { required(type) } else { oneOf(["FQDN", "IPv4", "IPv6"], type) }
    endpoints(object["endpoints"], of: type.text)
    endpointPorts(object["ports"])
  }

  // As ValidateEndpoints of pkg/apis/core/validation has it.
  mutating func endpoints(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    for subset in object["subsets"].elements {
      let addresses = [subset["addresses"], subset["notReadyAddresses"]]
      if addresses.allSatisfy({ $0.count == 0 }) {
        required(subset, "must specify `addresses` or `notReadyAddresses`")
      }
      for address in addresses.flatMap(\.elements) { subsetAddress(address) }
      for port in subset["ports"].elements {
        subsetPort(port, isAlone: subset["ports"].count == 1)
      }
    }
  }

  private mutating func subsetAddress(_ address: Field) {
    let (ip, hostname, node) = (address["ip"], address["hostname"], address["nodeName"])
    invalid(ip, AddressSyntax.objections(to: ip.text))
    if !hostname.isBlank { label(hostname) }
    if node.isPresent { subdomain(node) }
    ordinaryAddress(ip)
  }

  private mutating func subsetPort(_ port: Field, isAlone: Bool) {
    let (name, number) = (port["name"], port["port"])
    if !name.isBlank {
      label(name)
    } else if !isAlone {
      required(name)
    }
    invalid(number, .int(number.int ?? 0), Syntax.portNumber(number.int ?? 0))
    oneOf(["SCTP", "TCP", "UDP"], port["protocol"], default: "TCP")
    if port["appProtocol"].isPresent { labelName(port["appProtocol"]) }
  }

  private mutating func endpoints(_ list: Field, of type: String) {
    guard list.count <= 1000 else { return tooMany(list, list.count, 1000) }
    for endpoint in list.elements {
      let addresses = endpoint["addresses"]
      if addresses.count == 0 {
        required(addresses, "must contain at least 1 address")
      } else if addresses.count > 100 {
        tooMany(addresses, addresses.count, 100)
      }
      for address in addresses.elements { endpointAddress(address, of: type) }
      if endpoint["nodeName"].isPresent { subdomain(endpoint["nodeName"]) }
      let topology = endpoint["deprecatedTopology"]
      if topology.count > 16 { tooMany(topology, topology.count, 16) }
      labels(topology)
      if endpoint["hostname"].isPresent { label(endpoint["hostname"]) }
      for name in ["forZones", "forNodes"] { hints(endpoint["hints"][named: name]) }
    }
  }

  private mutating func endpointAddress(_ address: Field, of type: String) {
    switch type {
    case "IPv4", "IPv6":
      let size = AddressSyntax.bytes(of: address.text)?.count
      if size != (type == "IPv4" ? 4 : 16) { invalid(address, "must be a valid \(type) address") }
      ordinaryAddress(address)
    case "FQDN": domain(address)
    default: break
    }
  }

  /// Refuses addresses that mean another host on every host.
  mutating func ordinaryAddress(_ field: Field) {
    guard let bytes = AddressSyntax.bytes(of: field.text) else {
      return invalid(field, "must be a valid IP address")
    }
    let isShort = bytes.count == 4
    if bytes.allSatisfy({ $0 == 0 }) {
      invalid(field, "may not be unspecified (\(field.text))")
    } else if isShort ? bytes[0] == 127 : bytes.dropLast().allSatisfy({ $0 == 0 }) && bytes[15] == 1
    {
      invalid(field, "may not be in the loopback range (127.0.0.0/8, ::1/128)")
    } else if isShort ? bytes[..<2] == [169, 254] : bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80 {
      invalid(field, "may not be in the link-local range (169.254.0.0/16, fe80::/10)")
    } else if isShort ? bytes[..<3] == [224, 0, 0] : bytes[0] == 0xFF && bytes[1] & 0x0F == 2 {
      invalid(field, "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)")
    }
  }

  /// A whole domain name, with or without a dot at its end.
  private mutating func domain(_ field: Field) {
    guard !field.isBlank else { return required(field) }
    let name = field.text.hasSuffix(".") ? String(field.text.dropLast()) : field.text
    let objections = Syntax.subdomain(name)
    guard objections.isEmpty else {
      return invalid(field, .text(name), objections.joined(separator: ","))
    }
    let labels = name.parts(at: ".")
    guard labels.count > 1 else {
      return invalid(
        field, .text(name), "should be a domain with at least two segments separated by dots")
    }
    for label in labels {
      let objections = Syntax.label(label)
      if !objections.isEmpty {
        invalid(field, .text(label), objections.joined(separator: ","))
      }
    }
  }

  private mutating func hints(_ list: Field) {
    guard list.count <= 8 else { return tooMany(list, list.count, 8) }
    var names: Set<String> = []
    for hint in list.elements {
      let name = hint["name"]
      if !names.insert(name.text).inserted { duplicate(name) }
      if list.path.hasSuffix("forNodes") {
        subdomain(name)
      } else {
        invalid(name, Syntax.labelValue(name.text))
      }
    }
  }

  private mutating func endpointPorts(_ list: Field) {
    guard list.count <= 100 else { return tooMany(list, list.count, 100) }
    var names: Set<String> = []
    for port in list.elements {
      let name = port["name"]
      if !name.isBlank { label(name) }
      if !names.insert(name.text).inserted { duplicate(name, .text(name.text)) }
      oneOf(["SCTP", "TCP", "UDP"], port["protocol"], ifAbsent: "TCP")
      if port["appProtocol"].isPresent { labelName(port["appProtocol"]) }
    }
  }
}
