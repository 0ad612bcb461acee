import KubernetesModel
import Provenance
import Scheduling

extension PlacementCase {
  /// What it is called when the pod asks for nodes that there are none of.
  static func selectionCause(of pod: PodCase, _ explanation: PlacementExplanation?) -> String {
    selectionCause(of: pod.pod.spec, explanation, in: pod.facts.snapshot)
  }

  /// What it is called when a pod asks for nodes that there are none of in a cluster.
  static func selectionCause(
    of spec: PodSpec, _ explanation: PlacementExplanation?, in snapshot: ClusterSnapshot
  ) -> String {
    let affinity = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
    if let affinity, !missingNodes(of: affinity, in: snapshot).isEmpty {
      return "node-name-missing"
    }
    guard !spec.nodeSelector.isEmpty else { return "nodeaffinity-no-match" }
    guard affinity != nil else { return "nodeselector-no-match" }
    return explanation?.isSelectorUnmet ?? true ? "nodeselector-no-match" : "nodeaffinity-no-match"
  }

  /// The nodes that the pod may go to by name only, when none of them exists.
  private static func missingNodes(
    of affinity: NodeSelector, in snapshot: ClusterSnapshot
  ) -> [String] {
    guard snapshot.holds(kind: Node.kind) else { return [] }
    let names = affinity.nodeSelectorTerms.flatMap { term in
      term.matchFields.filter { $0.key == "metadata.name" && $0.operator == "In" }
        .flatMap(\.values)
    }
    let byName = affinity.nodeSelectorTerms.allSatisfy { !$0.matchFields.isEmpty }
    guard byName, names.allSatisfy({ snapshot.nodes.named($0) == nil }) else { return [] }
    return names
  }

  /// The nodes by whose name the pod asks for a place, when none of them exists.
  var namesMissing: [String] {
    pod.pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
      .map { Self.missingNodes(of: $0, in: pod.facts.snapshot) } ?? []
  }

  /// Whether the scheduler closed more nodes for taints than the pod's selection did, or cordons, and which those are is
  /// not known.
  ///
  /// It asks for cordons first, then for taints, then for what the pod selects: nodes that the pod selects may be among
  /// the tainted ones, and a cordoned node may have the taint, too.
  var mayBeTainted: Bool {
    guard source == .record, let refusals = record?.refusals else { return false }
    func nodes(_ isCounted: (PlacementBlocker) -> Bool) -> Int {
      refusals.filter { $0.blockers.contains(where: isCounted) }.reduce(0) { $0 &+ $1.count }
    }
    let own: PlacementBlocker.Tier = cause == "node-cordoned" ? .cordon : .selection
    return nodes { $0.cause == "untolerated-taint" } > nodes { $0.tier == own }
  }

  /// Makes the cause as fine as the objects allow.
  mutating func refine() {
    switch cause {
    case "insufficient-cpu", "insufficient-memory", "insufficient-ephemeral-storage",
      "insufficient-extended-resource":
      if isPreemptionForbidden {
        cause = "preemption-not-possible"
      } else if view?.exceedsEveryNode == true, judgement?.shortages.isEmpty == false {
        cause = "request-exceeds-every-node"
      } else if !displacements("Preempted").isEmpty {
        cause = "preempted-by-higher-priority"
      }
    case "too-many-pods":
      if isPreemptionForbidden { cause = "preemption-not-possible" }
    case "untolerated-taint":
      if isShutOut, !displacements("TaintManagerEviction").isEmpty { cause = "taint-evicted" }
    case "node-not-ready":
      if !shutdowns.isEmpty { cause = "node-shutdown" }
    case "pvc-no-matching-pv", "pvc-provisioner-missing", "pvc-lost", "pvc-not-found",
      "pvc-storageclass-missing", "volume-node-affinity-conflict", "volume-in-use":
      claim = claim(of: judgement?.refusals.flatMap(\.blockers) ?? [])
      if cause == "pvc-no-matching-pv", let claim = claim?.claim { cause = claim.unmatched }
    default: break
    }
  }

  /// What the nodes lack, where the cause is that they lack something.
  var shortages: [ResourceShortage] { judgement?.shortages ?? [] }

  /// The claim that blockers speak of, else the one that is likeliest.
  func claim(of blockers: [PlacementBlocker]) -> ClaimUse? {
    let uses = ClaimUse.likely(in: pod)
    let names = blockers.compactMap(\.volume?.name)
    if let use = uses.first(where: { use in
      names.contains(use.name) || names.contains(use.claim?.claim.spec.volumeName ?? "")
    }) {
      return use
    }
    return uses.first { isLikely($0) } ?? uses.first
  }

  private func isLikely(_ use: ClaimUse) -> Bool {
    guard let claim = use.claim else { return cause == "pvc-not-found" }
    switch cause {
    case "volume-in-use": return claim.claim.spec.accessModes.contains("ReadWriteOncePod")
    case "volume-node-affinity-conflict": return claim.volume?.spec.nodeAffinity != nil
    default: return claim.claim.spec.volumeName.isEmpty
    }
  }
}
