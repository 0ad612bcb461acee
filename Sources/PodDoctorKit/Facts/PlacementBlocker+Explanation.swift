import KubernetesModel
import Provenance
import Scheduling

extension PlacementBlocker {
  /// Everything that one plugin says against a node; `selection` is the cause when it is the wrong node.
  static func blockers(of refusal: Refusal, selection: String) -> [PlacementBlocker] {
    let words =
      refusal.reasons.lazy.compactMap { PlacementBlocker(reason: $0) }.first
      ?? PlacementBlocker(plugin: refusal.plugin, says: refusal.reasons.joined(separator: ", "))
    let found = refusal.details.map { detail -> PlacementBlocker in
      var blocker = PlacementBlocker(detail, words: words)
      if blocker.tier == .selection { blocker.cause = selection }
      return blocker
    }
    return found.isEmpty ? [words] : found
  }

  /// What it means that a plugin refuses, where its words are none of the known ones.
  private init(plugin: PluginName, says: String) {
    switch plugin {
    case "DynamicResources": self.init("resource-claim-unavailable", .company, says: says)
    case "NodeAffinity": self.init("nodeaffinity-no-match", .selection, says: says)
    case "InterPodAffinity": self.init("pod-anti-affinity", .company, says: says)
    case "VolumeBinding": self.init("pvc-no-matching-pv", .position, says: says)
    default: self.init("unknown", .company, says: says)
    }
  }

  private init(_ detail: RefusalDetail, words: PlacementBlocker) {
    switch detail.subject {
    case .resource(let shortage):
      self.init(resource: shortage.resource, says: detail.says)
      self.shortage = shortage
    case .taint(let taint):
      self.init(taintKey: taint.key, says: detail.says)
      self.taint = taint
    case .cordon: self.init("node-cordoned", .cordon, says: detail.says)
    case .label(let demand):
      self.init("nodeaffinity-no-match", .selection, says: detail.says)
      self.demand = demand.demand
    case .nodeName: self.init("nodeaffinity-no-match", .selection, says: detail.says)
    case .podAffinity: self.init("pod-affinity-no-match", .position, says: detail.says)
    case .promised: self.init("insufficient-cpu", .room, says: detail.says)
    default: self.init(shared: detail, words: words)
    }
    evidence = detail.evidence
  }

  /// What concerns pods, ports and volumes that something else has or holds.
  private init(shared detail: RefusalDetail, words: PlacementBlocker) {
    self.init(words.cause, words.tier, says: detail.says)
    switch detail.subject {
    case .hostPort(_, let holder): self.holder = holder
    case .podAntiAffinity(_, let other), .antiAffinityOfOther(_, let other):
      (cause, tier, holder) = ("pod-anti-affinity", .company, other)
    case .claim(let claim, let holder): (volume, self.holder) = (claim, holder)
    case .volume(let volume): self.volume = volume
    default: break
    }
  }
}

extension PlacementExplanation {
  /// Each node with everything that is said against it.
  func refusals(selection: String) -> [NodeRefusal] {
    nodes.map { verdict in
      NodeRefusal(
        name: verdict.name,
        blockers: verdict.refusals.flatMap {
          PlacementBlocker.blockers(of: $0, selection: selection)
        })
    }
  }

  /// What turned the pod away before any node was looked at.
  var podBlockers: [PlacementBlocker] {
    podRefusals.flatMap { PlacementBlocker.blockers(of: $0, selection: "nodeaffinity-no-match") }
  }

  /// Whether every node lacks a label of `spec.nodeSelector`.
  var isSelectorUnmet: Bool {
    nodes.allSatisfy { verdict in
      verdict.refusals.contains { refusal in
        refusal.details.contains { detail in
          if case .label(let demand) = detail.subject { return demand.source == .nodeSelector }
          return false
        }
      }
    }
  }
}
