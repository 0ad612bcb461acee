/// Keeps pods together or apart as their affinity terms, and those of pods that run, ask for.
package struct InterPodAffinity: FilterPlugin, ScorePlugin {
  /// `InterPodAffinityArgs`.
  package struct Arguments: Sendable {
    /// What a running pod's required affinity to the incoming pod adds to a domain.
    package var hardPodAffinityWeight: Int64 = 1
    package var ignorePreferredTermsOfExistingPods = false

    package init() {}
  }

  package let name: PluginName = "InterPodAffinity"
  private let arguments: Arguments

  package init(_ arguments: Arguments) { self.arguments = arguments }

  package func prepare(_ pod: PodInfo, in cluster: ClusterState) -> FilterPreparation {
    .filter(AffinityFilter(pod, in: cluster))
  }

  package func prepareScore(
    _ pod: PodInfo, on feasible: [NodeID], filters: [PreparedFilter], in cluster: ClusterState
  ) -> (any NodeScorer)? {
    let hasTerms = !pod.preferredAffinity.isEmpty || !pod.preferredAntiAffinity.isEmpty
    if arguments.ignorePreferredTermsOfExistingPods && !hasTerms { return nil }
    return AffinityScorer(pod, hardWeight: arguments.hardPodAffinityWeight, in: cluster)
  }
}

/// How the incoming pod's terms and those of other pods are held against each other.
struct AffinityMatching: Sendable {
  let pod: PodInfo
  private let namespaceLabels: LabelSet

  init(_ pod: PodInfo, in cluster: ClusterState) {
    self.pod = pod
    namespaceLabels = cluster.labels(ofNamespace: pod.namespace)
  }

  /// Whether a term of the incoming pod speaks of `other`.
  func term(_ term: AffinityTerm, speaksOf other: PodInfo, in cluster: ClusterState) -> Bool {
    guard term.selector.matches(other.labels) else { return false }
    if term.namespaces.contains(other.namespace) || term.namespaceSelector.isEmpty { return true }
    // Only namespaces that are listed can be selected by their labels.
    guard let labels = cluster.namespaceLabels[other.namespace] else { return false }
    return term.namespaceSelector.matches(labels)
  }

  /// Whether a term of another pod speaks of the incoming one.
  func speaksOfPod(_ term: AffinityTerm) -> Bool {
    term.matches(pod.labels, in: pod.namespace, labeled: namespaceLabels)
  }

  /// Whether all required terms of the incoming pod speak of `other`; false without terms.
  func allTermsSpeak(of other: PodInfo, in cluster: ClusterState) -> Bool {
    !pod.requiredAffinity.isEmpty
      && pod.requiredAffinity.allSatisfy { term($0, speaksOf: other, in: cluster) }
  }
}

private struct AffinityFilter: NodeFilter {
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

private struct AffinityScorer: NodeScorer {
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
