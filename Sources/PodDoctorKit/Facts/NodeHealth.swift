import KubernetesModel

/// Whether a node answers, and what it is short of.
struct NodeHealth: Sendable {
  /// The taint that the node lifecycle controller puts on a node that stopped its heartbeat.
  private static let unreachable = "node.kubernetes.io/unreachable"
  /// The taints that it puts on a node that is not ready.
  private static let unready: Set<String> = ["node.kubernetes.io/not-ready", unreachable]

  var node: Node
  /// Seconds since the node's Lease was renewed; nil without a Lease or without a present.
  var leaseAge: Double?

  init(_ node: Node, leases: [Lease], at now: Timestamp?) {
    self.node = node
    let lease = leases.named(node.metadata.name, in: "kube-node-lease")
    leaseAge = lease?.spec.renewTime.flatMap { renewed in now?.seconds(since: renewed) }
  }

  func condition(_ type: String) -> NodeCondition? {
    node.status.conditions.first { $0.type == type }
  }

  func isTrue(_ type: String) -> Bool { condition(type)?.status == "True" }

  var isReady: Bool { isTrue("Ready") }

  /// The kubelet does not answer: its condition went Unknown or its unreachable taint is set.
  var isLost: Bool {
    condition("Ready")?.status == "Unknown"
      || node.spec.taints.contains { $0.key == Self.unreachable }
  }

  /// Whether the node evicts pods, and only because it is not ready.
  var evictsAsUnready: Bool {
    let evicting = node.spec.taints.filter { $0.effect == "NoExecute" }
    return !evicting.isEmpty && evicting.allSatisfy { Self.unready.contains($0.key) }
  }

  /// The pressure conditions that are true.
  var pressures: [String] {
    ["MemoryPressure", "DiskPressure", "PIDPressure"].filter(isTrue)
  }
}
