import KubernetesModel
import Provenance

/// The custom kinds of a set, of whose objects operators may make pods with labels that name the kind.
struct OperatedKinds: Sendable {
  private var kinds: [String: Set<String>] = [:]

  init(_ manifests: [Manifest]) {
    for manifest in manifests where manifest.object.value == nil && manifest.group.isCustom {
      kinds[manifest.reference.namespace, default: []].insert(manifest.kind.lowercased())
    }
  }

  /// Whether labels name a custom kind of the namespace, in a value or at the end of a key.
  func name(_ labels: [String: String], in namespace: String) -> Bool {
    guard let kinds = kinds[namespace] else { return false }
    return labels.contains { key, value in
      let name = key.split(separator: "/").last.map { $0.lowercased() } ?? ""
      return kinds.contains(name) || kinds.contains(value.lowercased())
    }
  }
}

extension String {
  /// Whether an API group is none of Kubernetes itself.
  fileprivate var isCustom: Bool { contains(".") && !hasSuffix(".k8s.io") }
}

extension Manifest {
  /// The labels that an object's selector asks for.
  var selectedLabels: [String: String] {
    switch object.value {
    case let object as Service: object.spec.selector
    case let object as PodDisruptionBudget: object.spec.selector?.matchLabels ?? [:]
    case let object as NetworkPolicy: object.spec.podSelector.matchLabels
    default: [:]
    }
  }
}
