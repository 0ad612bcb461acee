/// A port of a container as it is once defaults are filled in.
private struct DefinedPort {
  let field: Field
  let hostPort: Int64
  let containerPort: Int64
  let hostAddress: String
  let transport: String

  init(_ field: Field, takesHostPort: Bool) {
    self.field = field
    containerPort = field["containerPort"].int ?? 0
    let port = field["hostPort"].int ?? 0
    hostPort = port == 0 && takesHostPort ? containerPort : port
    hostAddress = field["hostIP"].text
    transport = field["protocol"].text(or: "TCP")
  }

  /// What is odd about having both of two that a container offers alike; nil when nothing is.
  func conflict(with other: DefinedPort) -> String? {
    if hostAddress == other.hostAddress, hostPort == other.hostPort { return "duplicate" }
    if hostPort == 0 || other.hostPort == 0 { return "overlapping" }
    let isOneOpen = hostAddress.isEmpty != other.hostAddress.isEmpty
    return hostPort == other.hostPort && isOneOpen ? "dangerously ambiguous" : nil
  }
}

extension ObjectAdvice {
  mutating func ports(_ spec: Field, _ containers: [Field], isTemplate: Bool) {
    guard containers.contains(where: { $0["ports"].isPresent }) else { return }
    let takesHostPort = !isTemplate && spec["hostNetwork"].isTrue
    var ports: [String: [DefinedPort]] = [:]
    for container in containers {
      for field in container["ports"].elements {
        let port = DefinedPort(field, takesHostPort: takesHostPort)
        if !port.hostAddress.isEmpty, port.hostPort == 0 {
          warn(
            field,
            "hostIP set without hostPort: {Name:\(field["name"].text) HostPort:0 "
              + "ContainerPort:\(port.containerPort) Protocol:\(port.transport) "
              + "HostIP:\(port.hostAddress)}")
        }
        let key = "\(port.containerPort)/\(port.transport)"
        for other in ports[key] ?? [] {
          guard let conflict = port.conflict(with: other) else { continue }
          warn(field, "\(conflict) port definition with \(other.field.path)")
        }
        ports[key, default: []].append(port)
      }
    }
    portNames(containers)
  }

  private mutating func portNames(_ containers: [Field]) {
    var earlier: [String: Field] = [:]
    for container in containers {
      for port in container["ports"].elements {
        let name = port["name"]
        guard !name.isBlank else { continue }
        if let other = earlier[name.text]?.path {
          warn(
            port,
            "duplicate port name \(name.quoted) with \(other), "
              + "services and probes that select ports by name will use \(other)")
        } else {
          earlier[name.text] = port
        }
      }
    }
  }
}
