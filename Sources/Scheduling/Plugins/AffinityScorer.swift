/// Prefers the domains that preferred terms, and required ones of pods that run, speak for.
struct AffinityScorer: NodeScorer {
  private let matching: AffinityMatching
  private let hardWeight: Int64
  private var sums = TopologySums()

  init(_ pod: PodInfo, hardWeight: Int64, in cluster: ClusterState) {
    matching = AffinityMatching(pod, in: cluster)
    self.hardWeight = hardWeight
    for preferred in pod.preferredAffinity { count(preferred, 1, in: cluster) }
    for preferred in pod.preferredAntiAffinity { count(preferred, -1, in: cluster) }
    for placed in cluster.podsWithAffinity {
      countExistingTerms(of: placed.pod, on: placed.node, 1, in: cluster)
    }
  }

  var scope: VerdictScope { .cluster }
  var isIdle: Bool { sums.isEmpty }
  var normalization: ScoreNormalization { .own }

  func score(_ node: NodeID, in cluster: ClusterState) -> Int64 { sums.total(at: node) }

  func scores(of nodes: [NodeID], in cluster: ClusterState) -> [Int64] {
    sums.totals(at: nodes)
  }

  func normalize(_ scores: inout [Int64], of nodes: [NodeID], in cluster: ClusterState) {
    guard let least = scores.min(), let greatest = scores.max() else { return }
    let range = greatest &- least
    // Most nodes score alike, so that the last answer often serves again.
    var (last, normalized) = (least, Int64(0))
    for index in scores.indices {
      if scores[index] != last {
        last = scores[index]
        let share = range > 0 ? Double(last &- least) / Double(range) : 0
        normalized = Int64(saturating: Double(maxNodeScore) * share)
      }
      scores[index] = normalized
    }
  }

  mutating func observe(_ change: Change, in cluster: ClusterState) -> Bool {
    count(change.pod, on: change.node, change.kind == .added ? 1 : -1, in: cluster)
    return true
  }

  private mutating func count(
    _ other: PodInfo, on node: NodeID, _ sign: Int64, in cluster: ClusterState
  ) {
    countOwnTerms(for: other, on: node, sign, in: cluster)
    if other.hasAffinity { countExistingTerms(of: other, on: node, sign, in: cluster) }
  }

  /// Counts all pods that a term of the incoming pod speaks of.
  private mutating func count(
    _ preferred: WeightedAffinityTerm, _ sign: Int64, in cluster: ClusterState
  ) {
    let (term, amount) = (preferred.term, sign &* preferred.weight)
    cluster.forEachPod(selectedBy: term.selector) { other in
      guard matching.term(term, speaksOf: other.pod, in: cluster) else { return }
      sums.add(amount, to: term.topologyKey, of: other.node, in: cluster)
    }
  }

  private mutating func countExistingTerms(
    of other: PodInfo, on node: NodeID, _ sign: Int64, in cluster: ClusterState
  ) {
    if hardWeight > 0 {
      for term in other.requiredAffinity where matching.speaksOfPod(term) {
        sums.add(sign &* hardWeight, to: term.topologyKey, of: node, in: cluster)
      }
    }
    for preferred in other.preferredAffinity where matching.speaksOfPod(preferred.term) {
      sums.add(sign &* preferred.weight, to: preferred.term.topologyKey, of: node, in: cluster)
    }
    for preferred in other.preferredAntiAffinity where matching.speaksOfPod(preferred.term) {
      sums.add(-sign &* preferred.weight, to: preferred.term.topologyKey, of: node, in: cluster)
    }
  }

  private mutating func countOwnTerms(
    for other: PodInfo, on node: NodeID, _ sign: Int64, in cluster: ClusterState
  ) {
    for preferred in matching.pod.preferredAffinity
    where matching.term(preferred.term, speaksOf: other, in: cluster) {
      sums.add(sign &* preferred.weight, to: preferred.term.topologyKey, of: node, in: cluster)
    }
    for preferred in matching.pod.preferredAntiAffinity
    where matching.term(preferred.term, speaksOf: other, in: cluster) {
      sums.add(-sign &* preferred.weight, to: preferred.term.topologyKey, of: node, in: cluster)
    }
  }
}
