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
