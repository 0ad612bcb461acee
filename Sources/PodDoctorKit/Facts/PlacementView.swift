import Scheduling

/// What the simulation says about pods that are alike, judged once for all of them.
struct PlacementView: Sendable {
  var explanation: PlacementExplanation
  /// Nil where some node would take such a pod.
  var judgement: PlacementJudgement?
  /// How deliberate the refusals are.
  var tiers: Set<PlacementBlocker.Tier>
  /// Even an empty node would be too small, wherever such a pod may go.
  var exceedsEveryNode: Bool

  init(_ explanation: PlacementExplanation, selection: String) {
    self.explanation = explanation
    let refusals = explanation.refusals(selection: selection)
    tiers = Set(refusals.flatMap(\.blockers).map(\.tier))
    judgement = explanation.feasible.isEmpty ? PlacementJudgement(refusals) : nil
    exceedsEveryNode = judgement.map(Self.exceeds) ?? false
  }

  /// A resource that no node has at all is another matter.
  private static func exceeds(_ judgement: PlacementJudgement) -> Bool {
    let shortages = judgement.shortages
    guard shortages.count == judgement.meant.count, !shortages.isEmpty,
      shortages.allSatisfy(\.exceedsNode)
    else { return false }
    return judgement.cause != "insufficient-extended-resource"
      || shortages.contains { $0.allocatable.value > 0 }
  }
}

extension PlacementJudgement {
  /// What the nodes lack, where the cause is that they lack something.
  var shortages: [ResourceShortage] {
    refusals.compactMap { refusal in refusal.blockers.first { $0.cause == cause }?.shortage }
  }

  /// What keeps the pod off all nodes meant for it besides the cause.
  var besides: [PlacementBlocker] {
    let first = meant.first?.blockers.filter { $0.cause != cause } ?? []
    return first.filter { blocker in meant.allSatisfy { $0.isFor(blocker.cause) } }
  }
}
