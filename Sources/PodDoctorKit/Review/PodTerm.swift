import KubernetesModel
import Provenance

/// The pods that a term selects: labels, and the namespaces to look in.
struct PodTerm: Sendable {
  var matcher: LabelMatcher
  var namespaces: NamespaceChoice

  /// The pods that a spread constraint counts.
  init(_ constraint: TopologySpreadConstraint, of pod: TemplateCase) {
    let matcher = (try? LabelMatcher(constraint.labelSelector)) ?? .nothing
    self.matcher = matcher.adding(Self.equal(constraint.matchLabelKeys, in: pod))
    namespaces = NamespaceChoice(only: pod.namespace)
  }

  /// The pods that an affinity is about.
  init(_ term: PodAffinityTerm, of pod: TemplateCase) {
    let matcher = (try? LabelMatcher(term.labelSelector)) ?? .nothing
    self.matcher = matcher.adding(
      Self.equal(term.matchLabelKeys, in: pod) + Self.different(term.mismatchLabelKeys, in: pod))
    namespaces = NamespaceChoice(
      names: term.namespaces, selector: term.namespaceSelector, own: pod.namespace)
  }

  /// The pods that a network policy allows traffic with; nil for addresses.
  init?(_ peer: NetworkPolicyPeer, of policy: Manifest) {
    guard peer.ipBlock == nil, peer.podSelector != nil || peer.namespaceSelector != nil else {
      return nil
    }
    matcher = (try? LabelMatcher(peer.podSelector ?? LabelSelector())) ?? .nothing
    namespaces = NamespaceChoice(
      names: [], selector: peer.namespaceSelector, own: policy.reference.namespace)
  }

  /// Whether the term selects a pod of this template.
  func selects(_ pod: TemplateCase) -> Bool {
    matcher.matches(pod.template.labels) && namespaces.includes(pod.namespace, in: pod.manifests)
  }

  /// The numbers of the pods of the set that the term selects.
  func pods(in manifests: ManifestSet) -> [Int] {
    manifests.podIndex.namespaces.filter { namespaces.includes($0, in: manifests) }.flatMap {
      manifests.podIndex.pods(in: $0, matching: matcher)
    }.sorted()
  }

  private static func equal(_ keys: [String], in pod: TemplateCase) -> [LabelRequirement] {
    requirements(keys, .in, in: pod)
  }

  private static func different(_ keys: [String], in pod: TemplateCase) -> [LabelRequirement] {
    requirements(keys, .notIn, in: pod)
  }

  /// The API server adds the pod's own values of the keys to the selector.
  private static func requirements(
    _ keys: [String], _ comparison: LabelRequirement.Operator, in pod: TemplateCase
  ) -> [LabelRequirement] {
    keys.compactMap { key in
      pod.template.labels[key].flatMap { try? LabelRequirement(key, comparison, [$0]) }
    }
  }
}
