import YAML

extension RowWriter {
  /// A node; nil when the row shows none.
  func node() -> Document? {
    guard let status = row.value("STATUS") else { return nil }
    let words = status.text.split(separator: ",")
    return object(RowMetadata(labels: roles)) { builder in
      builder.field(
        "spec",
        mapping: { builder in
          builder.mark = status.mark
          if words.contains("SchedulingDisabled") { cordon(&builder) }
        })
      builder.field(
        "status",
        mapping: { builder in
          builder.mark = status.mark
          builder.field("conditions", sequence: { readiness(words, to: &$0) })
          builder.field("addresses", sequence: addresses)
          builder.field("nodeInfo", mapping: information)
        })
    }
  }

  private var roles: [(key: String, value: String)] {
    let roles = row.value("ROLES")?.text.split(separator: ",") ?? []
    return roles.map { ("node-role.kubernetes.io/\($0)", "") }
  }

  private func cordon(_ builder: inout DocumentBuilder) {
    builder.field("unschedulable", true)
    builder.field(
      "taints",
      sequence: { builder in
        builder.mapping { builder in
          builder.field("key", "node.kubernetes.io/unschedulable")
          builder.field("effect", "NoSchedule")
        }
      })
  }

  /// `NotReady` stands for a condition that is false or unknown; `Unknown` for none.
  private func readiness(_ words: [Substring], to builder: inout DocumentBuilder) {
    if words.contains("Ready") { builder.condition("Ready", "True") }
    if words.contains("NotReady") { builder.condition("Ready", "False") }
  }

  private func addresses(to builder: inout DocumentBuilder) {
    for (type, heading) in [("InternalIP", "INTERNAL-IP"), ("ExternalIP", "EXTERNAL-IP")] {
      guard let cell = row.value(heading) else { continue }
      builder.mapping { builder in
        builder.field("type", type)
        builder.field("address", cell)
      }
    }
  }

  private func information(to builder: inout DocumentBuilder) {
    builder.field("kubeletVersion", row.value("VERSION"))
    builder.field("osImage", row.value("OS-IMAGE"))
    builder.field("kernelVersion", row.value("KERNEL-VERSION"))
    builder.field("containerRuntimeVersion", row.value("CONTAINER-RUNTIME"))
  }
}
