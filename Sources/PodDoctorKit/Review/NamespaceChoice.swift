import KubernetesModel

/// The namespaces that a term of a pod or a network policy looks for pods in.
struct NamespaceChoice: Sendable {
  private var names: Set<String>
  private var matcher: LabelMatcher

  /// One namespace.
  init(only name: String) {
    names = [name]
    matcher = .nothing
  }

  /// Those that are named and those that the selector takes; `own` where neither is given.
  init(names: [String], selector: LabelSelector?, own: String) {
    self.names = names.isEmpty && selector == nil ? [own] : Set(names)
    // A selector that the API server would refuse selects nothing.
    matcher = (try? LabelMatcher(selector)) ?? .nothing
  }

  /// Whether namespaces may be meant that nobody has described.
  var isOpen: Bool { !matcher.isNothing }

  /// Whether a namespace is meant, as far as its labels are known.
  func includes(_ namespace: String, in manifests: ManifestSet) -> Bool {
    names.contains(namespace) || matcher.matches(manifests.labels(ofNamespace: namespace))
  }
}
