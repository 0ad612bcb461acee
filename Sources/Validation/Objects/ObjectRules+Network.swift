import KubernetesModel

// MARK: - Network policies
extension ObjectRules {
  mutating func networkPolicy(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    let spec = object["spec"]
    labelSelector(spec["podSelector"])
    for (direction, peers) in [("ingress", "from"), ("egress", "to")] {
      for rule in spec[named: direction].elements {
        for port in rule["ports"].elements { policyPort(port) }
        for peer in rule[named: peers].elements { policyPeer(peer) }
      }
    }
    let types = spec["policyTypes"]
    if types.count > 2 {
      invalid(types, .texts(types.texts), "may not specify more than two policyTypes")
      return
    }
    for type in types.elements { oneOf(["Ingress", "Egress"], type) }
  }

  private mutating func policyPort(_ port: Field) {
    if port["protocol"].isPresent { oneOf(["TCP", "UDP", "SCTP"], port["protocol"]) }
    let (first, last) = (port["port"], port["endPort"])
    switch first.intOrString {
    case .int(let number)?:
      invalid(first, Syntax.portNumber(Int64(number)))
      guard let end = last.int else { return }
      if end < number {
        invalid(last, .int(Int64(number)), "must be greater than or equal to `port`")
      }
      invalid(last, Syntax.portNumber(end))
    case .string(let name)?:
      if last.isPresent { invalid(last, "may not be specified when `port` is non-numeric") }
      invalid(first, Syntax.portName(name))
    case nil:
      if last.isPresent { invalid(last, "may not be specified when `port` is not specified") }
    }
  }

  private mutating func policyPeer(_ peer: Field) {
    let selectors = [peer["podSelector"], peer["namespaceSelector"]].filter(\.isPresent)
    let block = peer["ipBlock"]
    for selector in selectors { labelSelector(selector) }
    if block.isPresent { addressBlock(block) }
    if selectors.isEmpty, !block.isPresent {
      required(peer, "must specify a peer")
    } else if block.isPresent, !selectors.isEmpty {
      forbidden(peer, "may not specify both ipBlock and another peer")
    }
  }

  private mutating func addressBlock(_ block: Field) {
    let whole = block["cidr"]
    guard !whole.isBlank else { return required(whole) }
    guard let outer = addressRange(whole) else { return }
    for exception in block["except"].elements {
      guard let inner = addressRange(exception), !outer.strictlyContains(inner) else { continue }
      invalid(exception, "must be a strict subset of `cidr`")
    }
  }

  /// The range that a field names; one that names none is refused.
  private mutating func addressRange(_ field: Field) -> AddressRange? {
    invalid(field, .text(field.text), AddressRange.objections(to: field.text))
    return AddressRange(field.text)
  }
}

// MARK: - Ingresses
extension ObjectRules {
  mutating func ingressClass(_ object: Field) {
    metadata(object["metadata"], .subdomain, isNamespaced: false)
    let controller = object["spec"]["controller"]
    if controller.text.utf8.count > 250 { tooLong(controller, 250) }
    domainPrefixedPath(controller)
    let parameters = object["spec"]["parameters"]
    guard parameters.isPresent else { return }
    if parameters["apiGroup"].isPresent { subdomain(parameters["apiGroup"]) }
    namedObject(parameters)
    let (scope, namespace) = (parameters["scope"], parameters["namespace"])
    oneOf(["Cluster", "Namespace"], scope, ifAbsent: "Cluster")
    switch scope.optionalText ?? "Cluster" {
    case "Namespace":
      if namespace.isPresent {
        label(namespace)
      } else {
        required(namespace, "`parameters.scope` is set to 'Namespace'")
      }
    case "Cluster":
      if namespace.isPresent { forbidden(namespace, "`parameters.scope` is set to 'Cluster'") }
    default: break
    }
  }

  mutating func ingress(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    let (spec, meta) = (object["spec"], object["metadata"])
    let (rules, backend) = (spec["rules"], spec["defaultBackend"])
    if rules.count == 0, !backend.isPresent {
      invalid(
        spec, .json(rules.isPresent ? "[]" : "null"),
        "either `defaultBackend` or `rules` must be specified")
    }
    if backend.isPresent { self.backend(backend) }
    for rule in rules.elements { ingressRule(rule) }
    for entry in spec["tls"].elements {
      for host in entry["hosts"].elements { self.host(host) }
      let secret = entry["secretName"]
      if !secret.isBlank { invalid(secret, Syntax.subdomain(secret.text)) }
    }
    let name = spec["ingressClassName"]
    if name.isPresent { invalid(name, Syntax.subdomain(name.text)) }
    let annotation = meta["annotations"].entry("kubernetes.io/ingress.class")
    if annotation.isPresent, name.isPresent, annotation.text != name.text {
      let shown = object["annotations"]["kubernetes.io/ingress.class"]
      invalid(
        annotation.shown(as: shown), "must match `ingressClassName` when both are specified")
    }
  }

  private mutating func ingressRule(_ rule: Field) {
    let (host, http) = (rule["host"], rule["http"])
    if !host.isBlank {
      if AddressSyntax.isAddress(host.text) {
        invalid(host, "must be a DNS name, not an IP address")
      }
      self.host(host)
    }
    guard http.isPresent else { return }
    if http["paths"].count == 0 { required(http["paths"]) }
    for path in http["paths"].elements { httpPath(path) }
  }

  private mutating func host(_ host: Field) {
    invalid(
      host, host.text.contains("*") ? Syntax.wildcard(host.text) : Syntax.subdomain(host.text))
  }

  private mutating func httpPath(_ rule: Field) {
    let (path, type) = (rule["path"], rule["pathType"])
    guard type.isPresent else { return required(type, "pathType must be specified") }
    let text = path.text
    let isPlain = ["Exact", "Prefix"].contains(type.text)
    oneOf(["Exact", "ImplementationSpecific", "Prefix"], type)
    if isPlain || type.text == "ImplementationSpecific" && !text.isEmpty, !text.hasPrefix("/") {
      invalid(path, "must be an absolute path")
    }
    if isPlain {
      for part in ["//", "/./", "/../", "%2f", "%2F"] where text.contains(part) {
        invalid(path, "must not contain '\(part)'")
      }
      for end in ["/..", "/."] where text.hasSuffix(end) {
        invalid(path, "cannot end with '\(end)'")
      }
    }
    backend(rule["backend"])
  }

  private mutating func backend(_ backend: Field) {
    let (resource, service) = (backend["resource"], backend["service"])
    switch (resource.isPresent, service.isPresent) {
    case (true, true):
      invalid(backend, .text(""), "cannot set both resource and service backends")
    case (true, false): reference(resource)
    case (false, true): serviceBackend(service, of: backend)
    case (false, false):
      invalid(backend, .text(""), "resource or service backend is required")
    }
  }

  private mutating func serviceBackend(_ service: Field, of backend: Field) {
    if service["name"].isBlank {
      required(service["name"])
    } else {
      label(service["name"])
    }
    let (name, number) = (service["port"]["name"], service["port"]["number"])
    switch (!name.isBlank, number.int ?? 0) {
    case (true, 0): invalid(name, Syntax.portName(name.text))
    case (true, _):
      invalid(backend, .text(""), "cannot set both port name & port number")
    case (false, 0): required(backend, "port name or number is required")
    case (false, let value): invalid(number, Syntax.portNumber(value))
    }
  }

  private mutating func reference(_ resource: Field) {
    let group = resource["apiGroup"]
    if group.isPresent { invalid(group, Syntax.subdomain(group.text)) }
    namedObject(resource)
  }
}
