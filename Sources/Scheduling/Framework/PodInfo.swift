package import KubernetesModel

/// A pod as the scheduler sees it: the object, and what is worked out once for it.
///
/// A class because fifty thousand of them are shared between a cluster and its what-if copies;
/// it never changes.
package final class PodInfo: Sendable {
  package let pod: Pod
  /// `namespace/name`.
  package let key: String
  package let uid: String
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

  package init(_ pod: Pod, symbols: inout SymbolTable) {
    self.pod = pod
    key = "\(pod.metadata.namespace)/\(pod.metadata.name)"
    uid = pod.metadata.uid
    namespace = symbols.intern(pod.metadata.namespace)
    labels = LabelSet(pod.metadata.labels, in: &symbols)
    priority = pod.spec.priority ?? 0
    isTerminating = pod.metadata.deletionTimestamp != nil
    demand = PodDemand(of: pod, symbols: &symbols)
    hostPorts = pod.spec.hostPorts
    let terms = AffinityTerms(of: pod, labels: labels, namespace: namespace, symbols: &symbols)
    requiredAffinity = terms.requiredAffinity
    requiredAntiAffinity = terms.requiredAntiAffinity
    preferredAffinity = terms.preferredAffinity
    preferredAntiAffinity = terms.preferredAntiAffinity
  }

  package var name: String { pod.metadata.name }

  /// What it takes on its node.
  package var requests: PodResources { demand.requests }

  /// What it needs while it looks for a node.
  package var incomingRequests: PodResources { demand.incoming }

  /// Whether it has pod affinity or anti-affinity of any kind.
  package var hasAffinity: Bool {
    !requiredAffinity.isEmpty || !preferredAffinity.isEmpty || !requiredAntiAffinity.isEmpty
      || !preferredAntiAffinity.isEmpty
  }
}

extension PodInfo: Equatable {
  package static func == (one: PodInfo, other: PodInfo) -> Bool {
    one === other || (one.uid == other.uid && one.key == other.key)
  }
}

/// The affinity terms of a pod, read once.
private struct AffinityTerms {
  var requiredAffinity: [AffinityTerm] = []
  var requiredAntiAffinity: [AffinityTerm] = []
  var preferredAffinity: [WeightedAffinityTerm] = []
  var preferredAntiAffinity: [WeightedAffinityTerm] = []

  init(of pod: Pod, labels: LabelSet, namespace: Symbol, symbols: inout SymbolTable) {
    guard let affinity = pod.spec.affinity else { return }
    func read(_ term: PodAffinityTerm, _ symbols: inout SymbolTable) -> AffinityTerm {
      AffinityTerm(term, of: labels, in: namespace, symbols: &symbols)
    }
    func read(_ term: WeightedPodAffinityTerm, _ symbols: inout SymbolTable)
      -> WeightedAffinityTerm
    {
      .init(term: read(term.podAffinityTerm, &symbols), weight: Int64(term.weight))
    }
    if let affinity = affinity.podAffinity {
      requiredAffinity = affinity.requiredDuringSchedulingIgnoredDuringExecution
        .map { read($0, &symbols) }
      preferredAffinity = affinity.preferredDuringSchedulingIgnoredDuringExecution
        .map { read($0, &symbols) }
    }
    if let affinity = affinity.podAntiAffinity {
      requiredAntiAffinity = affinity.requiredDuringSchedulingIgnoredDuringExecution
        .map { read($0, &symbols) }
      preferredAntiAffinity = affinity.preferredDuringSchedulingIgnoredDuringExecution
        .map { read($0, &symbols) }
    }
  }
}
