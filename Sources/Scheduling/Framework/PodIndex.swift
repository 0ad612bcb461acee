/// The pods on nodes by their labels, to find the few that a selector speaks of.
struct PodIndex: Sendable {
  /// The pods that the cluster began with.
  private let first: PodColumns
  private var removed: Set<String> = []
  /// The pods that came later, by each of their labels.
  private var added: [LabelSet.Label: [PlacedPod]] = [:]

  init(of placed: [[PlacedPod]]) { first = PodColumns(of: placed) }

  mutating func add(_ placed: PlacedPod) {
    for label in placed.pod.labels.pairs { added[label, default: []].append(placed) }
  }

  mutating func remove(_ pod: PodInfo) {
    removed.insert(pod.identity)
    for label in pod.labels.pairs { added[label]?.removeAll { $0.pod == pod } }
  }

  /// The pods that bear one of the labels.
  func pods(bearing labels: [LabelSet.Label]) -> [PlacedPod] {
    if labels.count == 1 { return pods(bearing: labels[0]) }
    return Set(labels).sorted { $0.value < $1.value }.flatMap { pods(bearing: $0) }
  }

  private func pods(bearing label: LabelSet.Label) -> [PlacedPod] {
    var pods = first.pods(bearing: label)
    if !removed.isEmpty { pods.removeAll { removed.contains($0.pod.identity) } }
    return pods + (added[label] ?? [])
  }
}

extension PodInfo {
  /// What tells it from every other pod.
  fileprivate var identity: String { "\(uid) \(key)" }
}

extension ClusterState {
  /// Visits each pod on a node that `matcher` selects.
  func forEachPod(selectedBy matcher: SymbolMatcher, _ body: (PlacedPod) -> Void) {
    if matcher.isNothing { return }
    if let labels = matcher.necessaryLabels {
      for placed in podIndex.pods(bearing: labels) where matcher.matches(placed.pod.labels) {
        body(placed)
      }
      return
    }
    for (index, pods) in nodes.pods.enumerated() {
      for pod in pods where matcher.matches(pod.labels) {
        body(PlacedPod(pod: pod, node: NodeID(index: index)))
      }
    }
  }
}
