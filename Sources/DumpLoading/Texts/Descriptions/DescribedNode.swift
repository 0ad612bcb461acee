import KubernetesModel
import YAML

extension DocumentBuilder {
  /// Adds the spec and the status of a described node.
  mutating func describedNode(_ description: Description) {
    mapping("spec") { spec in
      spec.describedTaints(description["Taints"])
      if description["Unschedulable"]?.value == "true" {
        spec.flag("unschedulable", description["Unschedulable"])
      }
      spec.text("podCIDR", description["PodCIDR"])
      spec.text("providerID", description["ProviderID"])
    }
    mapping("status") { status in
      status.entries("capacity", description["Capacity"])
      status.entries("allocatable", description["Allocatable"])
      status.describedNodeConditions(description["Conditions"])
      status.describedAddresses(description["Addresses"])
      status.describedSystem(description["System Info"])
    }
  }

  private mutating func describedTaints(_ list: OutlineNode?) {
    guard let list, list.given != nil else { return }
    field(
      "taints",
      sequence: { sequence in
        for line in list.lines {
          sequence.mark = line.startMark
          sequence.mapping {
            $0.describedTaint(String(decoding: line.item(of: list), as: UTF8.self))
          }
        }
      })
  }

  /// Rows of type, status, heartbeat, transition, reason and message.
  private mutating func describedNodeConditions(_ table: OutlineNode?) {
    let rows = table.map { $0.children.map { ($0, DescribedCondition($0.content)) } } ?? []
    let conditions = rows.compactMap { node, row in row.map { (node, $0) } }
    guard !conditions.isEmpty else { return }
    field(
      "conditions",
      sequence: { sequence in
        for (node, condition) in conditions {
          sequence.mark = node.startMark
          sequence.mapping { condition.write(into: &$0) }
        }
      })
  }

  private mutating func describedAddresses(_ list: OutlineNode?) {
    let addresses = list.map { list in list.children.filter { $0.given != nil } } ?? []
    guard !addresses.isEmpty else { return }
    field(
      "addresses",
      sequence: { sequence in
        for address in addresses {
          sequence.mark = address.mark
          sequence.mapping { mapping in
            mapping.field("type", address.label)
            mapping.field("address", address.value)
          }
        }
      })
  }

  private mutating func describedSystem(_ node: OutlineNode?) {
    guard let node else { return }
    mapping("nodeInfo") { info in
      info.text("machineID", node["Machine ID"])
      info.text("systemUUID", node["System UUID"])
      info.text("bootID", node["Boot ID"])
      info.text("kernelVersion", node["Kernel Version"])
      info.text("osImage", node["OS Image"])
      info.text("operatingSystem", node["Operating System"])
      info.text("architecture", node["Architecture"])
      info.text("containerRuntimeVersion", node["Container Runtime Version"])
      info.text("kubeletVersion", node["Kubelet Version"])
    }
  }
}

/// A row of a node's conditions.
private struct DescribedCondition {
  var type: String
  var status: String
  var heartbeat: Timestamp?
  var transition: Timestamp?
  var reason: String
  var message: String

  init?(_ content: ArraySlice<UInt8>) {
    let cells = content.cells(limit: 6).map { String(decoding: $0, as: UTF8.self) }
    guard cells.count >= 4, ["True", "False", "Unknown"].contains(cells[1]) else { return nil }
    (type, status) = (cells[0], cells[1])
    heartbeat = Timestamp(described: cells[2])
    transition = Timestamp(described: cells[3])
    reason = cells.count > 4 ? cells[4] : ""
    message = cells.count > 5 ? cells[5] : ""
  }

  func write(into builder: inout DocumentBuilder) {
    builder.field("type", type)
    builder.field("status", status)
    builder.fill("lastHeartbeatTime", heartbeat?.description ?? "")
    builder.fill("lastTransitionTime", transition?.description ?? "")
    builder.fill("reason", reason)
    builder.fill("message", message)
  }
}
