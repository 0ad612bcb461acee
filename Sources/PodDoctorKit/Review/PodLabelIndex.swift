import KubernetesModel

/// Finds the pods of a namespace by their labels, without looking at all of them.
struct PodLabelIndex: Sendable {
  private struct Key: Hashable {
    var namespace: String
    var label: String
    var value: String
  }

  private let pods: [ManifestPod]
  private var byNamespace: [String: [Int]] = [:]
  private var byLabel: [Key: [Int]] = [:]

  init(_ pods: [ManifestPod]) {
    self.pods = pods
    for (number, pod) in pods.enumerated() {
      byNamespace[pod.namespace, default: []].append(number)
      for (label, value) in pod.labels {
        byLabel[Key(namespace: pod.namespace, label: label, value: value), default: []]
          .append(number)
      }
    }
  }

  /// The namespaces that have pods, sorted.
  var namespaces: [String] { byNamespace.keys.sorted() }

  /// The numbers of the pods, ascending.
  func pods(in namespace: String, matching matcher: LabelMatcher) -> [Int] {
    candidates(in: namespace, for: matcher).filter { matcher.matches(pods[$0].labels) }
  }

  /// The fewest pods that a label with one value leaves.
  private func candidates(in namespace: String, for matcher: LabelMatcher) -> [Int] {
    var fewest = byNamespace[namespace] ?? []
    for requirement in matcher.requirements where requirement.values.count == 1 {
      guard [.in, .equals, .doubleEquals].contains(requirement.operator) else { continue }
      let key = Key(namespace: namespace, label: requirement.key, value: requirement.values[0])
      let pods = byLabel[key] ?? []
      if pods.count < fewest.count { fewest = pods }
    }
    return fewest
  }
}
