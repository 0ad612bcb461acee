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
    var meant: Set<String> = []
    if let blocker = explanation.podBlockers.first {
      let says = VerdictSummary(ofPodRefusals: explanation.podRefusals).clauses
      let cause = blocker.tier == .selection ? selection : blocker.cause
      obstacle = FitObstacle(cause: cause, says: says.joined(separator: "; "), field: "")
      blockers = [blocker]
    } else {
      let view = PlacementView(explanation, selection: selection)
      guard let judgement = view.judgement else { return nil }
      let cause = view.exceedsEveryNode ? "request-exceeds-every-node" : judgement.cause
      obstacle = FitObstacle(
        cause: cause, says: Self.says(judgement, of: explanation.nodes.count), field: "")
      meant = Set(judgement.refusals.compactMap(\.name))
      blockers = judgement.refusals.flatMap(\.blockers).filter { $0.cause == judgement.cause }
    }
    guard blockers.allSatisfy({ isTrusted($0) }) else { return nil }
    obstacle.cause = claimCause(of: pod.pod, blockers) ?? obstacle.cause
    // To open other nodes than those that the pod is meant for is no remedy.
    let changes = explanation.counterfactuals.filter { change in
      meant.isEmpty || change.unlocks.contains(where: meant.contains)
    }
    obstacle.field = field(blockers.flatMap(\.evidence) + changes.flatMap(\.evidence), pod, origin)
    obstacle.changes = changes.prefix(3).map(Self.words)
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
      expanded.snapshot, now: nil, logs: [], knowledge: .bundled)
    return ClaimTrouble.first(of: PodCase(pod, in: facts), record: nil)?.cause
  }

  /// `a, b: cpu: 1 requested, 2 allocatable, 2 in use; 5 other nodes are not meant for it`.
  private static func says(_ judgement: PlacementJudgement, of nodes: Int) -> String {
    var clauses: [(says: String, names: [String])] = []
    for refusal in judgement.refusals {
      let says = refusal.blockers.filter { $0.cause == judgement.cause }.map(\.says)
        .joined(separator: ", ")
      let name = refusal.name ?? ""
      if let index = clauses.firstIndex(where: { $0.says == says }) {
        clauses[index].names.append(name)
      } else {
        clauses.append((says, [name]))
      }
    }
    let shown = clauses.prefix(3).map { clause in
      let names = clause.names.prefix(3).joined(separator: ", ")
      return "\(names)\(clause.names.count > 3 ? ", ..." : ""): \(clause.says)"
    }
    let more = clauses.dropFirst(3).reduce(0) { $0 + $1.names.count }
    let others = nodes - judgement.refusals.count
    return shown.joined(separator: "; ") + (more > 0 ? "; \(more) more likewise" : "")
      + (others > 0 ? "; \(others) other\(others == 1 ? "" : "s") closed to it" : "")
  }

  /// The first of the places that is in the pod, as a field of what the pod is made from.
  private func field(_ places: [FieldReference], _ pod: PodInfo, _ origin: PodOrigin) -> String {
    let own = places.first { $0.object == pod.reference && $0.field.hasPrefix("spec") }
    return origin.field(own?.field ?? "spec").field
  }

  private static func words(_ counterfactual: Counterfactual) -> String {
    let changes = counterfactual.changes.map(\.description).joined(separator: " and ")
    let place = counterfactual.whereabouts
    return place.isEmpty ? changes : "\(changes) \(place)"
  }
}
