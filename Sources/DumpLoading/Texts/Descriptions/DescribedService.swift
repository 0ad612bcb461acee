import YAML

extension DocumentBuilder {
  /// Adds the spec of a described Service.
  mutating func describedService(_ description: Description) {
    mapping("spec") { spec in
      spec.pairs("selector", description["Selector"])
      spec.text("type", description["Type"])
      spec.text("clusterIP", description["IP"])
      spec.text("externalName", description["External Name"])
      spec.text("sessionAffinity", description["Session Affinity"])
      spec.describedServicePorts(description)
    }
    guard let ingress = description["LoadBalancer Ingress"], ingress.given != nil else { return }
    mapping("status") { status in
      status.mapping("loadBalancer") { balancer in
        balancer.field(
          "ingress",
          sequence: { list in
            for address in ingress.value.split(separator: ",").map(\.trimmed) {
              list.describedIngress(address.split(separator: " ").first.map(String.init) ?? "")
            }
          })
      }
    }
  }

  private mutating func describedIngress(_ address: String) {
    let isAddress = address.contains(":") || address.utf8.allSatisfy { $0.isDigit || $0 == 0x2E }
    mapping { $0.fill(isAddress ? "ip" : "hostname", address) }
  }

  /// Each port begins with a line of its own, which those about its target and its port on nodes follow.
  private mutating func describedServicePorts(_ description: Description) {
    let starts = description.fields.indices.filter { description.fields[$0].label == "Port" }
    guard !starts.isEmpty else { return }
    field(
      "ports",
      sequence: { sequence in
        for (number, start) in starts.enumerated() {
          let end = number + 1 < starts.count ? starts[number + 1] : description.fields.count
          sequence.mark = description.fields[start].mark
          sequence.describedServicePort(description.fields[start..<end])
        }
      })
  }

  private mutating func describedServicePort(_ lines: ArraySlice<OutlineNode>) {
    let words = lines.first?.value.split(separator: " ").map(String.init) ?? []
    mapping { port in
      if words.count > 1, words[0] != "<unset>" { port.field("name", words[0]) }
      if let number = words.last?.leadingNumber { port.field("port", number) }
      port.fill("protocol", words.last?.parted(at: "/")?.1 ?? "")
      if let target = lines.first(where: { $0.label == "TargetPort" }) {
        port.describedTarget(target)
      }
      let nodePort = lines.first { $0.label == "NodePort" }?.value.split(separator: " ").last
      if let number = nodePort?.leadingNumber { port.field("nodePort", number) }
    }
  }

  /// A number or the name of a container's port, and a protocol behind a slash.
  private mutating func describedTarget(_ node: OutlineNode) {
    let text = node.value.parted(at: "/")?.0 ?? node.value
    mark = node.mark
    key("targetPort")
    if let number = Int64(text) { int(number) } else { string(text) }
  }

  /// Adds the subsets of described Endpoints.
  mutating func describedEndpoints(_ description: Description) {
    let lines = description["Subsets"].map { Array($0.children) } ?? []
    let starts = lines.indices.filter { lines[$0].label == "Addresses" }
    guard !starts.isEmpty else { return }
    field(
      "subsets",
      sequence: { sequence in
        for (number, start) in starts.enumerated() {
          let end = number + 1 < starts.count ? starts[number + 1] : lines.count
          sequence.mark = lines[start].startMark
          sequence.describedSubset(lines[start..<end])
        }
      })
  }

  private mutating func describedSubset(_ lines: ArraySlice<OutlineNode>) {
    mapping { subset in
      for line in lines {
        switch line.label {
        case "Addresses": subset.describedAddresses("addresses", line)
        case "NotReadyAddresses": subset.describedAddresses("notReadyAddresses", line)
        case "Ports": subset.describedEndpointPorts(line)
        default: break
        }
      }
    }
  }

  private mutating func describedAddresses(_ name: String, _ node: OutlineNode) {
    guard let text = node.given else { return }
    mark = node.mark
    field(
      name,
      sequence: { sequence in
        for address in text.split(separator: ",").map(\.trimmed) {
          sequence.mapping { $0.field("ip", address) }
        }
      })
  }

  private mutating func describedEndpointPorts(_ table: OutlineNode) {
    let rows = table.children.map { $0.text.split(separator: " ").map(String.init) }
      .filter { $0.count == 3 && Int64($0[1]) != nil }
    field(
      "ports",
      sequence: { sequence in
        for row in rows {
          sequence.mapping { port in
            if row[0] != "<unset>" { port.field("name", row[0]) }
            if let number = Int64(row[1]) { port.field("port", number) }
            port.field("protocol", row[2])
          }
        }
      })
  }
}
