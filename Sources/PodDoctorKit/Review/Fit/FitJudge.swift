import KubernetesModel
import Provenance
import Scheduling

/// Names what keeps a pod from every node, as far as the dump holds enough to say so.
struct FitJudge: Sendable {
  private let cluster: ReviewCluster
  private let expanded: ExpandedSnapshot

  init(in cluster: ReviewCluster, after expanded: ExpandedSnapshot) {
    self.cluster = cluster
    self.expanded = expanded
  }

  /// Nil where the dump lacks what the pod is refused for, so that it may well be there.
  func obstacle(_ explanation: PlacementExplanation, of origin: PodOrigin) -> FitObstacle? {
    let pod = explanation.pod
    let selection = PlacementCase.selectionCause(
      of: pod.pod.spec, explanation, in: expanded.snapshot)
    var obstacle: FitObstacle
    let blockers: [PlacementBlocker]
    if let blocker = explanation.podBlockers.first {
      let says = VerdictSummary(ofPodRefusals: explanation.podRefusals).clauses
      let cause = blocker.tier == .selection ? selection : blocker.cause
      obstacle = FitObstacle(cause: cause, says: says.joined(separator: "; "), field: "")
      blockers = [blocker]
    } else {
      let view = PlacementView(explanation, selection: selection)
      guard let judgement = view.judgement else { return nil }
      let cause = view.exceedsEveryNode ? "request-exceeds-every-node" : judgement.cause
      obstacle = FitObstacle(cause: cause, says: says(explanation), field: "")
      blockers = judgement.refusals.flatMap(\.blockers).filter { $0.cause == judgement.cause }
    }
    guard blockers.allSatisfy({ isTrusted($0) }) else { return nil }
    obstacle.cause = claimCause(of: pod.pod, blockers) ?? obstacle.cause
    obstacle.field = field(explanation, blockers, of: origin)
    obstacle.changes = explanation.counterfactuals.prefix(3).map(Self.words)
    return obstacle
  }

  /// Whether what is refused is not merely absent from the dump.
  private func isTrusted(_ blocker: PlacementBlocker) -> Bool {
    let snapshot = cluster.snapshot
    func holds(_ kinds: String...) -> Bool { kinds.allSatisfy { snapshot.holds(kind: $0) } }
    switch blocker.cause {
    case "unknown": return false
    case "pod-affinity-no-match": return holds(Pod.kind, Namespace.kind)
    case "resource-claim-unavailable":
      return holds(ResourceClaim.kind, DeviceClass.kind, ResourceSlice.kind)
    case "pvc-not-found":
      return blocker.volume.map { cluster.presence(of: $0) == .absent }
        ?? holds(PersistentVolumeClaim.kind)
    default:
      guard blocker.isAboutClaims || blocker.cause.hasPrefix("volume-") else { return true }
      return holds(PersistentVolumeClaim.kind, PersistentVolume.kind, StorageClass.kind)
    }
  }

  /// What is wrong with the claim that the pod is refused for.
  private func claimCause(of pod: Pod, _ blockers: [PlacementBlocker]) -> String? {
    guard blockers.contains(where: \.isAboutClaims) else { return nil }
    let facts = ClusterFacts(
      expanded.snapshot, now: nil, texts: .bundled, logs: LogShelf([], signatures: []))
    return ClaimTrouble.first(of: PodCase(pod, in: facts), record: nil)?.cause
  }

  /// `2 nodes (a, b): untolerated taint (dedicated=db); 1 node (c): cordoned`.
  private func says(_ explanation: PlacementExplanation) -> String {
    let shown = explanation.groups.prefix(3).map { group in
      let names = group.nodes.prefix(3).map { node in
        explanation.nodes.first { $0.node == node }?.name ?? ""
      }
      let more = group.nodes.count > names.count ? ", ..." : ""
      let clauses = VerdictSummary(of: group, in: explanation).clauses.joined(separator: ", ")
      return "\(names.joined(separator: ", "))\(more): \(clauses)"
    }
    let rest = explanation.groups.dropFirst(3).reduce(0) { $0 + $1.nodes.count }
    return shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more nodes" : "")
  }

  /// The field whose change helps, else the one that is complained about.
  private func field(
    _ explanation: PlacementExplanation, _ blockers: [PlacementBlocker], of origin: PodOrigin
  ) -> String {
    let pod = explanation.pod.reference
    let places =
      explanation.counterfactuals.flatMap(\.evidence) + blockers.flatMap(\.evidence)
    let own = places.first { $0.object == pod && $0.field.hasPrefix("spec") }
    return origin.field(own?.field ?? "spec").field
  }

  private static func words(_ counterfactual: Counterfactual) -> String {
    let changes = counterfactual.changes.map(\.description).joined(separator: " and ")
    let place = counterfactual.whereabouts
    return place.isEmpty ? changes : "\(changes) \(place)"
  }
}
