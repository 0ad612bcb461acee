import KubernetesModel
import Provenance

/// The selectors and targets of manifests, by the kind of object that has them.
struct ManifestSelectors {
  private(set) var services: [PodSelection.Selector] = []
  private(set) var budgets: [PodSelection.Selector] = []
  private(set) var policies: [PodSelection.Selector] = []
  /// The numbers of the autoscalers of each workload.
  private(set) var autoscalers: [ObjectReference: [Int]] = [:]

  init(of manifests: [Manifest]) {
    for (number, manifest) in manifests.enumerated() { add(manifest, number) }
  }

  private mutating func add(_ manifest: Manifest, _ number: Int) {
    switch manifest.object.value {
    case let service as Service where !service.spec.selector.isEmpty:
      services.append(
        selector(number, manifest, LabelMatcher(exactly: service.spec.selector)))
    case let budget as PodDisruptionBudget:
      budgets.append(selector(number, manifest, matcher(budget.spec.selector)))
    case let policy as NetworkPolicy:
      policies.append(selector(number, manifest, matcher(policy.spec.podSelector)))
    default: break
    }
    if let target = manifest.scaleTarget { autoscalers[target, default: []].append(number) }
  }

  private func selector(
    _ number: Int, _ manifest: Manifest, _ matcher: LabelMatcher
  ) -> PodSelection.Selector {
    .init(manifest: number, namespace: manifest.reference.namespace, matcher: matcher)
  }

  /// A selector that the API server would refuse selects nothing.
  private func matcher(_ selector: LabelSelector?) -> LabelMatcher {
    (try? LabelMatcher(selector)) ?? .nothing
  }
}
