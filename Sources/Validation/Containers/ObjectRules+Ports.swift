import Basics

extension ObjectRules {
  mutating func ports(_ list: Field) {
    var names = SeenNames()
    for port in list.elements {
      let name = port["name"]
      if !name.isBlank {
        let objections = Syntax.portName(name.text)
        invalid(name, objections)
        if objections.isEmpty, !names.insert(name.text) { duplicate(name) }
      }
      let number = port["containerPort"]
      if number.int ?? 0 == 0 {
        required(number)
      } else {
        invalid(number, Syntax.portNumber(number.int ?? 0))
      }
      let hostPort = pod.hostPort(of: port)
      if hostPort != 0 { invalid(port["hostPort"], .int(hostPort), Syntax.portNumber(hostPort)) }
      oneOf(["SCTP", "TCP", "UDP"], port["protocol"], default: "TCP")
    }
  }

  /// Refuses ports of the host that more than one of the containers wants.
  mutating func hostPorts(of containers: [Field]) {
    var taken: Set<String> = []
    for container in containers {
      for port in container["ports"].elements {
        let number = pod.hostPort(of: port)
        guard number != 0 else { continue }
        let name = "\(port["protocol"].text(or: "TCP"))/\(port["hostIP"].text)/\(number)"
        if !taken.insert(name).inserted { duplicate(port["hostPort"], .text(name)) }
      }
    }
  }

  /// Refuses ports of the host that differ from the container's where both share the network.
  mutating func hostNetworkPorts(_ spec: Field) {
    guard spec["hostNetwork"].isTrue else { return }
    for container in spec["containers"].elements {
      for port in container["ports"].elements {
        let hostPort = pod.hostPort(of: port)
        guard pod.isPod || hostPort != 0, hostPort != port["containerPort"].int ?? 0 else {
          continue
        }
        invalid(
          port["hostPort"], .int(hostPort),
          "must match `containerPort` when `hostNetwork` is true")
      }
    }
  }

  mutating func portNumberOrName(_ port: Field) {
    if let name = port.optionalText {
      invalid(port, Syntax.portName(name))
    } else {
      let number = port.int ?? 0
      invalid(port, .int(number), Syntax.portNumber(number))
    }
  }
}
