/// The pods on nodes by each of their labels, to find the few that a selector speaks of.
struct PodIndex: Sendable {
  private var byLabel: [LabelSet.Label: [PlacedPod]] = [:]
  /// Pods without any label.
  private var unlabeled: [PlacedPod] = []

  mutating func add(_ placed: PlacedPod) {
    for label in placed.pod.labels.pairs { byLabel[label, default: []].append(placed) }
    if placed.pod.labels.pairs.isEmpty { unlabeled.append(placed) }
  }

  mutating func remove(_ pod: PodInfo) {
    for label in pod.labels.pairs { byLabel[label]?.removeAll { $0.pod == pod } }
    unlabeled.removeAll { $0.pod == pod }
  }

  /// The pods that bear one of the labels.
  func pods(bearing labels: [LabelSet.Label]) -> [PlacedPod] {
    if labels.count == 1 { return byLabel[labels[0]] ?? [] }
    return Set(labels).sorted { $0.value < $1.value }.flatMap { byLabel[$0] ?? [] }
  }
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
