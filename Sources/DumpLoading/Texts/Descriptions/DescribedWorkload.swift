import YAML

extension DocumentBuilder {
  /// Adds the spec and the status of a workload that keeps a number of pods.
  mutating func describedWorkload(_ description: Description, kind: String) {
    let counts = DescribedCounts(description["Replicas"]?.value ?? "")
    mapping("spec") { spec in
      if let desired = counts["desired"] { spec.field("replicas", desired) }
      spec.describedWorkloadSelector(
        description["Selector"], isPlain: kind == "ReplicationController")
      spec.describedStrategy(description)
      spec.number("minReadySeconds", description["MinReadySeconds"])
      spec.text("serviceName", description["Service Name"])
      spec.text("podManagementPolicy", description["Pod Management Policy"])
      spec.describedTemplate(description["Pod Template"])
      spec.describedClaimTemplates(description["Volume Claims"])
    }
    mapping("status") { status in
      status.describedCounts(counts, kind: kind)
      if kind == "DaemonSet" { status.describedDaemons(description) }
      status.describedReasons(description["Conditions"])
    }
  }

  private mutating func describedWorkloadSelector(_ node: OutlineNode?, isPlain: Bool) {
    guard let node, let text = node.given else { return }
    mark = node.mark
    if isPlain { pairs("selector", node) } else { describedSelector("selector", text) }
  }

  private mutating func describedStrategy(_ description: Description) {
    if let update = description["Update Strategy"] {
      mapping("updateStrategy") { $0.text("type", update) }
    }
    guard let type = description["StrategyType"] else { return }
    mapping("strategy") { strategy in
      strategy.text("type", type)
      guard let limits = description["RollingUpdateStrategy"] else { return }
      strategy.mark = limits.mark
      strategy.mapping("rollingUpdate") { rolling in
        for limit in limits.value.split(separator: ",").map(\.trimmed) {
          let words = limit.split(separator: " ").map(String.init)
          guard words.count == 3, words[1] == "max" else { continue }
          rolling.key(words[2] == "surge" ? "maxSurge" : "maxUnavailable")
          rolling.plain(words[0])
        }
      }
    }
  }

  /// Adds the template of a workload's pods.
  mutating func describedTemplate(_ node: OutlineNode?) {
    guard let node else { return }
    mark = node.startMark
    mapping("template") { template in
      template.mapping("metadata") { metadata in
        metadata.pairs("labels", node["Labels"])
        metadata.annotations(node["Annotations"])
      }
      template.mapping("spec") { $0.describedPodSpec(DescribedPodSpec { node[$0] }) }
    }
  }

  private mutating func describedClaimTemplates(_ list: OutlineNode?) {
    let lines = list.map { Array($0.children) } ?? []
    let starts = lines.indices.filter { lines[$0].label == "Name" }
    guard !starts.isEmpty else { return }
    field(
      "volumeClaimTemplates",
      sequence: { sequence in
        for (number, start) in starts.enumerated() {
          let end = number + 1 < starts.count ? starts[number + 1] : lines.count
          sequence.mark = lines[start].startMark
          sequence.describedClaimTemplate(lines[start..<end])
        }
      })
  }

  private mutating func describedClaimTemplate(_ lines: ArraySlice<OutlineNode>) {
    func line(_ label: String) -> OutlineNode? { lines.first { $0.label == label } }
    let modes = line("Access Modes")?.value.bracketed ?? []
    mapping { claim in
      claim.mapping("metadata") { $0.text("name", line("Name")) }
      claim.mapping("spec") { spec in
        spec.text("storageClassName", line("StorageClass"))
        spec.list("accessModes", modes, at: line("Access Modes"))
        guard let capacity = line("Capacity"), capacity.given != nil else { return }
        spec.mapping("resources") { $0.mapping("requests") { $0.text("storage", capacity) } }
      }
    }
  }

  private mutating func describedCounts(_ counts: DescribedCounts, kind: String) {
    let names = [
      ("total", "replicas"), ("current", "replicas"), ("updated", "updatedReplicas"),
      ("available", "availableReplicas"), ("unavailable", "unavailableReplicas"),
    ]
    for (word, name) in names {
      if let count = counts[word] { field(name, count) }
    }
    if kind == "Deployment", let ready = counts["available"] { field("readyReplicas", ready) }
  }

  private mutating func describedDaemons(_ description: Description) {
    number("desiredNumberScheduled", description["Desired Number of Nodes Scheduled"])
    number("currentNumberScheduled", description["Current Number of Nodes Scheduled"])
    number(
      "updatedNumberScheduled", description["Number of Nodes Scheduled with Up-to-date Pods"])
    let available = description["Number of Nodes Scheduled with Available Pods"]
    number("numberAvailable", available)
    number("numberReady", available)
    number("numberMisscheduled", description["Number of Nodes Misscheduled"])
    let desired = description["Desired Number of Nodes Scheduled"]?.value.leadingNumber
    if let desired, let available = available?.value.leadingNumber, desired > available {
      field("numberUnavailable", desired &- available)
    }
  }

  /// Rows of type, status and reason, as workloads have them, and of a message, as autoscalers have it.
  mutating func describedReasons(_ table: OutlineNode?) {
    let rows =
      table.map { table in
        table.children.map {
          ($0, $0.content.cells(limit: 4).map { String(decoding: $0, as: UTF8.self) })
        }
      } ?? []
    let conditions = rows.filter {
      $0.1.count > 1 && ["True", "False", "Unknown"].contains($0.1[1])
    }
    guard !conditions.isEmpty else { return }
    field(
      "conditions",
      sequence: { sequence in
        for (node, cells) in conditions {
          sequence.mark = node.startMark
          sequence.mapping { condition in
            for (name, cell) in zip(["type", "status", "reason", "message"], cells) {
              condition.field(name, cell)
            }
          }
        }
      })
  }
}

/// `3 desired | 1 updated | 3 total` and `1 current / 1 desired`: numbers and what they count.
struct DescribedCounts {
  private let counts: [String: Int64]

  init(_ text: String) {
    let parts = text.split { $0 == "|" || $0 == "/" }.map { $0.split(separator: " ") }
    counts = Dictionary(
      parts.compactMap { words in
        guard words.count >= 2, let count = Int64(words[0]) else { return nil }
        return (words[1].lowercased(), count)
      }, uniquingKeysWith: { first, _ in first })
  }

  subscript(word: String) -> Int64? { counts[word] }
}
