import YAML

extension RowWriter {
  /// A Namespace; nil when the row shows none.
  func namespace() -> Document? {
    guard let status = row.value("STATUS"), ["Active", "Terminating"].contains(status.text) else {
      return nil
    }
    return object(RowMetadata(isTerminating: status.text == "Terminating")) { builder in
      builder.field("status", mapping: { $0.field("phase", status) })
    }
  }

  /// A ResourceQuota, which shows what is used of each resource: `pods: 3/10, requests.cpu: 1/2`.
  func quota() -> Document {
    let lines = ["REQUEST", "LIMIT"].flatMap { quotas(in: row.value($0)) }
    let hard = lines.map { (key: $0.resource, value: $0.hard) }
    let used = lines.map { (key: $0.resource, value: $0.used) }
    return object { builder in
      builder.field("spec", mapping: { $0.pairs("hard", hard, at: row["REQUEST"]) })
      builder.field(
        "status",
        mapping: { builder in
          builder.pairs("hard", hard, at: row["REQUEST"])
          builder.pairs("used", used, at: row["REQUEST"])
        })
    }
  }

  private func quotas(
    in cell: TableCell?
  ) -> [(resource: String, used: String, hard: String)] {
    let parts = cell?.text.split(separator: ",") ?? []
    return parts.compactMap { part in
      let words = part.split(separator: " ")
      guard words.count == 2, words[0].last == ":" else { return nil }
      let amounts = words[1].split(separator: "/")
      guard amounts.count == 2 else { return nil }
      return (String(words[0].dropLast()), String(amounts[0]), String(amounts[1]))
    }
  }

  /// A HorizontalPodAutoscaler; nil when the row shows none.
  func autoscaler() -> Document? {
    guard let target = row.value("REFERENCE") else { return nil }
    let halves = target.text.split(separator: "/", maxSplits: 1).map(String.init)
    guard halves.count == 2 else { return nil }
    return object { builder in
      builder.field(
        "spec",
        mapping: { builder in
          builder.mark = target.mark
          builder.field(
            "scaleTargetRef",
            mapping: { builder in
              builder.field("kind", halves[0])
              builder.field("name", halves[1])
            })
          builder.number("minReplicas", row.value("MINPODS"))
          builder.number("maxReplicas", row.value("MAXPODS"))
        })
      builder.field("status", mapping: { $0.number("currentReplicas", row.value("REPLICAS")) })
    }
  }

  /// A PodDisruptionBudget.
  func disruptionBudget() -> Document {
    object { builder in
      builder.field(
        "spec",
        mapping: { builder in
          amount("minAvailable", row.value("MIN AVAILABLE"), to: &builder)
          amount("maxUnavailable", row.value("MAX UNAVAILABLE"), to: &builder)
        })
      builder.field(
        "status",
        mapping: { builder in
          builder.number("disruptionsAllowed", row.value("ALLOWED DISRUPTIONS"))
        })
    }
  }

  /// A number of pods, or a share of them in percent.
  private func amount(_ field: String, _ cell: TableCell?, to builder: inout DocumentBuilder) {
    guard let cell else { return }
    if Int32(cell.text) != nil { builder.number(field, cell) } else { builder.field(field, cell) }
  }

  /// A PriorityClass; nil when the row shows none.
  func priorityClass() -> Document? {
    guard let value = row.value("VALUE"), Int32(value.text) != nil else { return nil }
    return object { builder in
      builder.number("value", value)
      builder.truth("globalDefault", row.value("GLOBAL-DEFAULT"))
      builder.field("preemptionPolicy", row.value("PREEMPTIONPOLICY"))
    }
  }

  /// A RuntimeClass; nil when the row shows none.
  func runtimeClass() -> Document? {
    guard let runtime = row.value("HANDLER") else { return nil }
    return object { $0.field("handler", runtime) }
  }

  /// A Lease.
  func lease() -> Document {
    object { builder in
      builder.field("spec", mapping: { $0.field("holderIdentity", row.value("HOLDER")) })
    }
  }
}
