package import KubernetesModel

/// A pod as the scheduler sees it: the object, and what is worked out once for it.
///
/// A class because fifty thousand of them are shared between a cluster and its what-if copies;
/// it never changes.
package final class PodInfo: Sendable {
  package let pod: Pod
  package let namespace: Symbol
  package let labels: LabelSet
  package let priority: Int32
  package let isTerminating: Bool
  package let demand: PodDemand
  package let hostPorts: [HostPort]
  package let requiredAffinity: [AffinityTerm]
  package let requiredAntiAffinity: [AffinityTerm]
  package let preferredAffinity: [WeightedAffinityTerm]
  package let preferredAntiAffinity: [WeightedAffinityTerm]
  /// Whether it has pod affinity or anti-affinity of any kind.
  package let hasAffinity: Bool
  /// Whether it has volumes that are counted on its node.
  let hasClaimsOrDisks: Bool

  package init(_ pod: Pod, symbols: inout some SymbolSource) {
    self.pod = pod
    namespace = symbols.intern(pod.metadata.namespace)
    labels = LabelSet(pod.metadata.labels, in: &symbols)
    priority = pod.spec.priority ?? 0
    isTerminating = pod.metadata.deletionTimestamp != nil
    demand = PodDemand(of: pod, symbols: &symbols)
    hostPorts = pod.hostPorts
    let terms = AffinityTerms(of: pod, labels: labels, namespace: namespace, symbols: &symbols)
    requiredAffinity = terms.requiredAffinity
    requiredAntiAffinity = terms.requiredAntiAffinity
    preferredAffinity = terms.preferredAffinity
    preferredAntiAffinity = terms.preferredAntiAffinity
    hasAffinity = !terms.isEmpty
    hasClaimsOrDisks = pod.hasClaimsOrDisks
  }

  package var name: String { pod.metadata.name }

  package var uid: String { pod.metadata.uid }

  /// `namespace/name`.
  package var key: String { "\(pod.metadata.namespace)/\(pod.metadata.name)" }

  /// What it takes on its node.
  package var requests: PodResources { demand.requests }

  /// What it needs while it looks for a node.
  package var incomingRequests: PodResources { demand.incoming }
}

extension PodInfo: Equatable {
  package static func == (one: PodInfo, other: PodInfo) -> Bool {
    one === other
      || (one.uid == other.uid && one.name == other.name
        && one.pod.metadata.namespace == other.pod.metadata.namespace)
  }
}

/// The affinity terms of a pod, read once.
private struct AffinityTerms {
  var requiredAffinity: [AffinityTerm] = []
  var requiredAntiAffinity: [AffinityTerm] = []
  var preferredAffinity: [WeightedAffinityTerm] = []
  var preferredAntiAffinity: [WeightedAffinityTerm] = []

  init(
    of pod: Pod, labels: LabelSet, namespace: Symbol, symbols: inout some SymbolSource
  ) {
    guard let affinity = pod.spec.affinity else { return }
    if let terms = affinity.podAffinity {
      requiredAffinity = terms.requiredDuringSchedulingIgnoredDuringExecution
        .map { AffinityTerm($0, of: labels, in: namespace, symbols: &symbols) }
      preferredAffinity = terms.preferredDuringSchedulingIgnoredDuringExecution
        .map { WeightedAffinityTerm($0, of: labels, in: namespace, symbols: &symbols) }
    }
    if let terms = affinity.podAntiAffinity {
      requiredAntiAffinity = terms.requiredDuringSchedulingIgnoredDuringExecution
        .map { AffinityTerm($0, of: labels, in: namespace, symbols: &symbols) }
      preferredAntiAffinity = terms.preferredDuringSchedulingIgnoredDuringExecution
        .map { WeightedAffinityTerm($0, of: labels, in: namespace, symbols: &symbols) }
    }
  }

  var isEmpty: Bool {
    requiredAffinity.isEmpty && preferredAffinity.isEmpty && requiredAntiAffinity.isEmpty
      && preferredAntiAffinity.isEmpty
  }
}
