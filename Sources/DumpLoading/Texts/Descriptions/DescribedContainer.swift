import YAML

/// A container of a description: its name, and the fields below it.
struct DescribedContainer {
  let node: OutlineNode

  var name: String { node.label }

  subscript(label: String) -> OutlineNode? { node[label] }

  var isRunning: Bool { node["State"]?.value == "Running" }
  var isReady: Bool { node["Ready"]?.value == "True" }
  var restarts: Int64 { node["Restart Count"]?.value.leadingNumber ?? 0 }

  /// Whether the description goes on behind where it would show limits and requests, and shows none.
  var hasNoResources: Bool {
    let isWhole = ["Environment", "Environment Variables from", "Mounts"].contains {
      node[$0] != nil
    }
    return isWhole && node["Limits"] == nil && node["Requests"] == nil
  }

  /// Whether the container's program ran at some time.
  var hasStarted: Bool {
    let state = node["State"]?.value
    return state == "Running" || state == "Terminated" || node["Last State"] != nil
  }

  /// Whether the description shows a status, as that of a template does not.
  var hasStatus: Bool { node["State"] != nil || node["Restart Count"] != nil }
}

extension DocumentBuilder {
  /// Adds the fields of a container's spec.
  mutating func describedContainer(_ container: DescribedContainer) {
    field("name", container.name)
    text("image", container["Image"])
    describedCommand(of: container)
    describedPorts(of: container)
    describedResources("resources", container.node)
    if container.hasNoResources { field("resources", mapping: { _ in }) }
    describedProbe("livenessProbe", container["Liveness"])
    describedProbe("readinessProbe", container["Readiness"])
    describedProbe("startupProbe", container["Startup"])
    describedSources(container["Environment Variables from"])
    describedVariables(container["Environment"])
    describedMounts(container["Mounts"])
    describedDevices(container["Devices"])
  }

  /// kubectl prints each line of a command below the others, so the words of a script must be put together again.
  private mutating func describedCommand(of container: DescribedContainer) {
    let command = DescribedCommand(container["Command"], container["Args"])
    list("command", command.command, at: container["Command"])
    list("args", command.args, at: container["Args"])
  }

  /// `80/TCP (http), 443/TCP`, and the ports on the host in the same order, zero where there is none.
  private mutating func describedPorts(of container: DescribedContainer) {
    guard let node = container["Ports"] ?? container["Port"], let text = node.given else { return }
    let hosts = (container["Host Ports"] ?? container["Host Port"])?.value.split(separator: ",")
    mark = node.mark
    field(
      "ports",
      sequence: { sequence in
        for (index, port) in text.split(separator: ",").enumerated() {
          sequence.mapping { mapping in
            mapping.describedPort(port.trimmed)
            let host = hosts.flatMap { index < $0.count ? $0[index].trimmed.leadingNumber : nil }
            if let host, host != 0 { mapping.field("hostPort", host) }
          }
        }
      })
  }

  private mutating func describedPort(_ text: String) {
    if let number = text.leadingNumber { field("containerPort", number) }
    let rest = text.parted(at: "/")?.1 ?? ""
    fill("protocol", rest.split(separator: " ").first.map(String.init) ?? "")
    fill("name", rest.between("(", ")") ?? "")
  }

  /// Limits and requests, each with lines of resources below it.
  mutating func describedResources(_ name: String, _ node: OutlineNode?) {
    guard let node, node["Limits"] != nil || node["Requests"] != nil else { return }
    mapping(name) { resources in
      resources.entries("limits", node["Limits"])
      resources.entries("requests", node["Requests"])
    }
  }

  /// `/data from volume (ro,path="sub")`.
  private mutating func describedMounts(_ list: OutlineNode?) {
    let mounts = list.map { list in list.descendants.filter { $0.text.contains(" from ") } } ?? []
    guard !mounts.isEmpty else { return }
    field(
      "volumeMounts",
      sequence: { sequence in
        for mount in mounts {
          sequence.mark = mount.startMark
          sequence.mapping { $0.describedMount(mount.text) }
        }
      })
  }

  private mutating func describedMount(_ text: String) {
    guard let (path, rest) = text.parted(at: " from ") else { return }
    field("mountPath", path)
    field("name", rest.split(separator: " ").first.map(String.init) ?? "")
    let flags = rest.between("(", ")") ?? ""
    if flags == "ro" || flags.hasPrefix("ro,") { field("readOnly", true) }
    fill("subPath", flags.between("path=\"", "\"") ?? "")
  }

  private mutating func describedDevices(_ list: OutlineNode?) {
    let devices = list.map { list in list.descendants.compactMap { $0.text.parted(at: " from ") } }
    guard let devices, !devices.isEmpty else { return }
    field(
      "volumeDevices",
      sequence: { sequence in
        for (path, name) in devices {
          sequence.mapping { device in
            device.field("devicePath", path)
            device.field("name", name)
          }
        }
      })
  }
}
