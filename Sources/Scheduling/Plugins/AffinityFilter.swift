/// Turns nodes away where the required terms of the pod, or of pods that run, are not met.
struct AffinityFilter: NodeFilter {
  private static let affinity = Rejection.unresolvable("node(s) didn't match pod affinity rules")
  private static let antiAffinity = Rejection.unschedulable(
    "node(s) didn't match pod anti-affinity rules")
  private static let existing = Rejection.unschedulable(
    "node(s) didn't satisfy existing pods anti-affinity rules")

  private let matching: AffinityMatching
  private let isOwnCompanion: Bool
  private var existingAntiAffinity = TopologySums()
  private var affinitySums = TopologySums()
  private var antiAffinitySums = TopologySums()

  init(_ pod: PodInfo, in cluster: ClusterState) {
    matching = AffinityMatching(pod, in: cluster)
    isOwnCompanion = matching.allTermsSpeak(of: pod, in: cluster)
    for placed in cluster.podsWithRequiredAntiAffinity {
      countExistingTerms(of: placed.pod, on: placed.node, 1, in: cluster)
    }
    countOwnTerms(in: cluster)
  }

  var scope: VerdictScope { .cluster }

  var isIdle: Bool {
    existingAntiAffinity.isEmpty && matching.pod.requiredAffinity.isEmpty
      && matching.pod.requiredAntiAffinity.isEmpty
  }

  func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection? {
    if !satisfiesAffinity(node, in: cluster) { return Self.affinity }
    if !antiAffinitySums.isEmpty && antiAffinitySums.isPositive(at: node) {
      return Self.antiAffinity
    }
    if !existingAntiAffinity.isEmpty && existingAntiAffinity.isPositive(at: node) {
      return Self.existing
    }
    return nil
  }

  func reject(_ candidates: inout Candidates, in cluster: ClusterState) {
    if !matching.pod.requiredAffinity.isEmpty {
      let number = candidates.number(of: Self.affinity)
      for index in candidates.indices where candidates.remains(index) {
        if !satisfiesAffinity(NodeID(index: index), in: cluster) {
          candidates.reject(index, as: number)
        }
      }
    }
    reject(&candidates, wherePositive: antiAffinitySums, as: Self.antiAffinity)
    reject(&candidates, wherePositive: existingAntiAffinity, as: Self.existing)
  }

  private func reject(
    _ candidates: inout Candidates, wherePositive sums: TopologySums, as rejection: Rejection
  ) {
    if sums.isEmpty { return }
    let number = candidates.number(of: rejection)
    for index in candidates.indices where candidates.remains(index) {
      if sums.isPositive(at: NodeID(index: index)) { candidates.reject(index, as: number) }
    }
  }

  private func satisfiesAffinity(_ node: NodeID, in cluster: ClusterState) -> Bool {
    var hasCompanions = true
    for term in matching.pod.requiredAffinity {
      guard let sum = affinitySums.sum(of: term.topologyKey, at: node, in: cluster) else {
        return false
      }
      if sum <= 0 { hasCompanions = false }
    }
    // The first pod of a group that asks for its own company may go anywhere.
    return hasCompanions || (affinitySums.isEmpty && isOwnCompanion)
  }

  mutating func podAdded(_ pod: PodInfo, to node: NodeID, in cluster: ClusterState) {
    count(pod, on: node, 1, in: cluster)
  }

  mutating func podRemoved(_ pod: PodInfo, from node: NodeID, in cluster: ClusterState) {
    count(pod, on: node, -1, in: cluster)
  }

  mutating func observe(_ change: Change, in cluster: ClusterState) -> Bool {
    count(change.pod, on: change.node, change.kind == .added ? 1 : -1, in: cluster)
    return true
  }

  private mutating func count(
    _ pod: PodInfo, on node: NodeID, _ amount: Int64, in cluster: ClusterState
  ) {
    countExistingTerms(of: pod, on: node, amount, in: cluster)
    countOwnTerms(for: pod, on: node, amount, in: cluster)
  }

  private mutating func countExistingTerms(
    of other: PodInfo, on node: NodeID, _ amount: Int64, in cluster: ClusterState
  ) {
    for term in other.requiredAntiAffinity where matching.speaksOfPod(term) {
      existingAntiAffinity.add(amount, to: term.topologyKey, of: node, in: cluster)
    }
  }

  private mutating func countOwnTerms(in cluster: ClusterState) {
    if let first = matching.pod.requiredAffinity.first {
      cluster.forEachPod(selectedBy: first.selector) { other in
        countAffinityTerms(for: other.pod, on: other.node, 1, in: cluster)
      }
    }
    for term in matching.pod.requiredAntiAffinity {
      cluster.forEachPod(selectedBy: term.selector) { other in
        guard matching.term(term, speaksOf: other.pod, in: cluster) else { return }
        antiAffinitySums.add(1, to: term.topologyKey, of: other.node, in: cluster)
      }
    }
  }

  private mutating func countOwnTerms(
    for other: PodInfo, on node: NodeID, _ amount: Int64, in cluster: ClusterState
  ) {
    countAffinityTerms(for: other, on: node, amount, in: cluster)
    for term in matching.pod.requiredAntiAffinity
    where matching.term(term, speaksOf: other, in: cluster) {
      antiAffinitySums.add(amount, to: term.topologyKey, of: node, in: cluster)
    }
  }

  private mutating func countAffinityTerms(
    for other: PodInfo, on node: NodeID, _ amount: Int64, in cluster: ClusterState
  ) {
    if matching.allTermsSpeak(of: other, in: cluster) {
      for term in matching.pod.requiredAffinity {
        affinitySums.add(amount, to: term.topologyKey, of: node, in: cluster)
      }
    }
  }
}
