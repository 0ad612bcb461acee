extension ObjectRules {
  mutating func livenessProbe(_ probe: Field) {
    guard probe.isPresent else { return }
    self.probe(probe)
    successesMustBeOne(probe)
  }

  mutating func readinessProbe(_ probe: Field) {
    guard probe.isPresent else { return }
    self.probe(probe)
    let grace = probe["terminationGracePeriodSeconds"]
    if grace.isPresent { invalid(grace, "must not be set for readinessProbes") }
  }

  mutating func startupProbe(_ probe: Field) {
    guard probe.isPresent else { return }
    self.probe(probe)
    successesMustBeOne(probe)
  }

  private mutating func probe(_ probe: Field) {
    action(probe, ["exec", "httpGet", "tcpSocket", "grpc"])
    nonNegative(probe["initialDelaySeconds"])
    nonNegative(probe["timeoutSeconds"])
    nonNegative(probe["periodSeconds"])
    nonNegative(probe["successThreshold"])
    nonNegative(probe["failureThreshold"])
    let grace = probe["terminationGracePeriodSeconds"]
    if let seconds = grace.int, seconds <= 0 { invalid(grace, "must be greater than 0") }
  }

  private mutating func successesMustBeOne(_ probe: Field) {
    let threshold = probe["successThreshold"]
    if let value = threshold.int, value != 0, value != 1 { invalid(threshold, "must be 1") }
  }

  mutating func lifecycle(_ lifecycle: Field) {
    guard lifecycle.isPresent else { return }
    for name in ["postStart", "preStop"] where lifecycle[named: name].isPresent {
      action(lifecycle[named: name], ["exec", "httpGet", "tcpSocket", "sleep"])
    }
  }

  /// Something that is done to a container, of which there must be one kind.
  private mutating func action(_ field: Field, _ kinds: [String]) {
    var isFirst = true
    for kind in kinds where field.has(kind) {
      if isFirst {
        action(kind, field[named: kind])
      } else {
        forbidden(field[named: kind], "may not specify more than 1 handler type")
      }
      isFirst = false
    }
    if isFirst { required(field, "must specify a handler type") }
  }

  private mutating func action(_ kind: String, _ action: Field) {
    switch kind {
    case "exec": if action["command"].count == 0 { required(action["command"]) }
    case "httpGet": httpGet(action)
    case "tcpSocket": portNumberOrName(action["port"])
    case "grpc":
      let port = action["port"]
      invalid(port, .int(port.int ?? 0), Syntax.portNumber(port.int ?? 0))
    default:
      let seconds = action["seconds"].int ?? 0
      guard seconds < 0 || seconds > pod.gracePeriod else { return }
      invalid(
        action, .int(seconds),
        "must be non-negative and less than terminationGracePeriodSeconds (\(pod.gracePeriod))")
    }
  }

  private mutating func httpGet(_ action: Field) {
    portNumberOrName(action["port"])
    oneOf(["HTTP", "HTTPS"], action["scheme"], default: "HTTP")
    let headers = action["httpHeaders"]
    for header in headers.elements {
      let name = header["name"]
      invalid(name.shown(as: headers), Syntax.httpHeader(name.text))
    }
  }
}
