import KubernetesModel
import Provenance
import Scheduling

extension PlacementCase {
  /// What it is called when the pod asks for nodes that there are none of.
  var selectionCause: String {
    let spec = pod.pod.spec
    let affinity = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
    if let affinity, !missingNodes(of: affinity).isEmpty { return "node-name-missing" }
    guard !spec.nodeSelector.isEmpty else { return "nodeaffinity-no-match" }
    guard affinity != nil else { return "nodeselector-no-match" }
    return explanation?.isSelectorUnmet ?? true ? "nodeselector-no-match" : "nodeaffinity-no-match"
  }

  /// The nodes that the pod may go to by name only, when none of them exists.
  private func missingNodes(of affinity: NodeSelector) -> [String] {
    guard pod.facts.holds(Node.kind) else { return [] }
    let names = affinity.nodeSelectorTerms.flatMap { term in
      term.matchFields.filter { $0.key == "metadata.name" && $0.operator == "In" }
        .flatMap(\.values)
    }
    let byName = affinity.nodeSelectorTerms.allSatisfy { !$0.matchFields.isEmpty }
    guard byName, names.allSatisfy({ pod.facts.node(named: $0) == nil }) else { return [] }
    return names
  }

  /// The nodes by whose name the pod asks for a place, when none of them exists.
  var namesMissing: [String] {
    pod.pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
      .map(missingNodes) ?? []
  }

  /// Makes the cause as fine as the objects allow.
  mutating func refine() {
    switch cause {
    case "insufficient-cpu", "insufficient-memory", "insufficient-ephemeral-storage",
      "insufficient-extended-resource":
      if preemption.isPossibleButForPolicy {
        cause = "preemption-not-possible"
      } else if exceedsEveryNode {
        cause = "request-exceeds-every-node"
      } else if !preemption.events.isEmpty {
        cause = "preempted-by-higher-priority"
      }
    case "too-many-pods":
      if preemption.isPossibleButForPolicy { cause = "preemption-not-possible" }
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

  /// The resource that most nodes meant for the pod lack.
  var shortages: [ResourceShortage] {
    (judgement?.refusals ?? []).compactMap { refusal in
      refusal.blockers.first { $0.cause == judgement?.cause }?.shortage
    }
  }

  /// Even an empty node would be too small, and that wherever the pod may go; a resource that no node
  /// has at all is another matter.
  private var exceedsEveryNode: Bool {
    let shortages = shortages
    guard let judgement, shortages.count == judgement.meant.count, !shortages.isEmpty,
      shortages.allSatisfy(\.exceedsNode)
    else { return false }
    return judgement.cause != "insufficient-extended-resource"
      || shortages.contains { $0.allocatable.value > 0 }
  }

  /// The claim that blockers speak of, else the one that is likeliest.
  func claim(of blockers: [PlacementBlocker]) -> ClaimUse? {
    let uses = ClaimUse.all(in: pod)
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
