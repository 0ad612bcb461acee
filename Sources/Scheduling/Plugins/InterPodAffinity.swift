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
