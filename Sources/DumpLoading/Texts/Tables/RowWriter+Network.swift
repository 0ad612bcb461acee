import YAML

/// The selector of a Service is left out: pods in tables mostly show no labels, and would all seem to be missed by it.
extension RowWriter {
  /// A Service; nil when the row shows none.
  func service() -> Document? {
    guard let type = row.value("TYPE") else { return nil }
    return object { builder in
      builder.field(
        "spec",
        mapping: { builder in
          builder.field("type", type)
          builder.field("clusterIP", row.value("CLUSTER-IP"))
          if type.text == "ExternalName" {
            builder.field("externalName", row.value("EXTERNAL-IP"))
          }
          let cell = row.value("PORT(S)")
          builder.mark = cell?.mark ?? row.mark
          ports(cell?.text.split(separator: ",") ?? [], to: &builder)
        })
    }
  }

  /// `80/TCP` or with a port on the nodes `80:30080/TCP`.
  private func ports(_ texts: [Substring], to builder: inout DocumentBuilder) {
    builder.field(
      "ports",
      sequence: { builder in
        for text in texts {
          let halves = text.split(separator: "/")
          let numbers = halves.first?.split(separator: ":").map { Int32($0) } ?? []
          guard halves.count == 2, let port = numbers.first, let port else { continue }
          builder.mapping { builder in
            builder.field("port", port)
            if numbers.count == 2, let nodePort = numbers[1] { builder.field("nodePort", nodePort) }
            builder.field("protocol", String(halves[1]))
          }
        }
      })
  }

  /// An Endpoints object, whose row shows its first three addresses.
  func endpoints() -> Document {
    let cell = row.value("ENDPOINTS")
    let addresses = self.addresses(in: cell)
    return object { builder in
      guard !addresses.isEmpty else { return }
      builder.mark = cell?.mark ?? row.mark
      builder.field(
        "subsets",
        sequence: { builder in
          for address in addresses {
            builder.mapping { subset(address, to: &$0) }
          }
        })
    }
  }

  /// `10.0.0.1:80` or `[fd00::1]:80`, or without a port.
  private func subset(_ text: String, to builder: inout DocumentBuilder) {
    let colon = text.lastIndex(of: ":")
    let port = colon.flatMap { Int32(text[text.index(after: $0)...]) }
    let isPlainV6 = text.utf8.count { $0 == UInt8(ascii: ":") } > 1 && text.first != "["
    let address = port == nil || isPlainV6 ? text[...] : text[..<(colon ?? text.endIndex)]
    builder.field(
      "addresses",
      sequence: { builder in
        builder.mapping { $0.field("ip", String(address.filter { $0 != "[" && $0 != "]" })) }
      })
    guard let port, !isPlainV6 else { return }
    builder.field(
      "ports",
      sequence: { builder in
        builder.mapping { $0.field("port", port) }
      })
  }

  /// An EndpointSlice, whose row shows its first three addresses and not whether they are ready.
  func endpointSlice() -> Document {
    let cell = row.value("ENDPOINTS")
    return object(RowMetadata(labels: serviceName)) { builder in
      builder.field("addressType", row.value("ADDRESSTYPE"))
      builder.mark = cell?.mark ?? row.mark
      builder.field(
        "endpoints",
        sequence: { builder in
          for address in addresses(in: cell) {
            builder.mapping { builder in
              builder.field("addresses", sequence: { $0.string(address) })
            }
          }
        })
      builder.mark = row["PORTS"]?.mark ?? row.mark
      builder.field(
        "ports",
        sequence: { builder in
          for port in addresses(in: row.value("PORTS")).compactMap({ Int32($0) }) {
            builder.mapping { $0.field("port", port) }
          }
        })
    }
  }

  /// The controller names a slice after its Service and five more letters.
  private var serviceName: [(key: String, value: String)] {
    guard let dash = name.lastIndex(of: "-"), name[dash...].utf8.count == 6, dash > name.startIndex
    else { return [] }
    return [("kubernetes.io/service-name", String(name[..<dash]))]
  }

  /// What stands before `+ 2 more...`.
  private func addresses(in cell: TableCell?) -> [String] {
    let list = cell?.text.split(separator: " ").first ?? ""
    return list.split(separator: ",").map(String.init)
  }
}
