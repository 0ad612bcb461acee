/// What keeps one node, or so many nodes that are not named, from taking a pod.
struct NodeRefusal: Sendable {
  /// Nil where only the number of nodes is known.
  var name: String?
  var count = 1
  var blockers: [PlacementBlocker]

  /// How deliberate the refusal is: as much as its most deliberate part.
  var tier: PlacementBlocker.Tier { blockers.map(\.tier).max() ?? .room }

  func isFor(_ cause: String) -> Bool { blockers.contains { $0.cause == cause } }
  /// Whether the node would take the pod if it were not for this.
  func isOnlyFor(_ cause: String) -> Bool { blockers.allSatisfy { $0.cause == cause } }
}

/// The one cause why a pod has no node, judged as an operator would.
///
/// The nodes that turn the pod away least deliberately are those meant for it; what keeps it off most
/// of them is the cause. The rest are other ways out, with the nodes that each would open.
struct PlacementJudgement: Sendable {
  /// Another cause, and the nodes that would take the pod if it were not for this one.
  struct Other: Sendable {
    var cause: String
    var nodes: [String]
    var count: Int
  }

  var cause: String
  /// The nodes meant for the pod that have this cause.
  var refusals: [NodeRefusal]
  /// All nodes meant for the pod.
  var meant: [NodeRefusal]
  var others: [Other]

  /// Nil when nothing is known to refuse.
  init?(_ refusals: [NodeRefusal]) {
    let refusals = refusals.filter { !$0.blockers.isEmpty }
    guard let tier = refusals.map(\.tier).min() else { return nil }
    meant = refusals.filter { $0.tier == tier }
    guard let cause = Self.mostCommon(in: meant, at: tier) else { return nil }
    self.cause = cause
    self.refusals = meant.filter { $0.isFor(cause) }
    others = Self.others(besides: cause, in: refusals)
  }

  /// Causes that alone stand in the way count first, then those that stand in the way at all.
  private static func mostCommon(
    in refusals: [NodeRefusal], at tier: PlacementBlocker.Tier
  ) -> String? {
    let causes = distinct(refusals.flatMap(\.blockers).filter { $0.tier == tier }.map(\.cause))
    func votes(_ cause: String) -> (Int, Int) {
      let alone = refusals.filter { $0.isOnlyFor(cause) }.reduce(0) { $0 &+ $1.count }
      let all = refusals.filter { $0.isFor(cause) }.reduce(0) { $0 &+ $1.count }
      return (alone, all)
    }
    let voted = causes.enumerated().map { (cause: $1, order: -$0, votes: votes($1)) }
    return voted.max { one, other in
      (one.votes.0, one.votes.1, one.order) < (other.votes.0, other.votes.1, other.order)
    }?.cause
  }

  private static func others(besides cause: String, in refusals: [NodeRefusal]) -> [Other] {
    let blockers = refusals.flatMap(\.blockers).sorted { $0.tier < $1.tier }
    return distinct(blockers.map(\.cause)).filter { $0 != cause }.map { other in
      let alone = refusals.filter { $0.isOnlyFor(other) }
      return Other(
        cause: other, nodes: alone.compactMap(\.name), count: alone.reduce(0) { $0 &+ $1.count })
    }
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
