/// Where a pod must run by its `nodeSelector` and its required node affinity.
package struct RequiredNodeAffinity: Hashable, Sendable {
  /// The pod's `nodeSelector`; nil when it has none.
  package let labels: LabelMatcher?
  /// The required node affinity; nil when the pod has none.
  package let selector: NodeMatcher?

  /// Reads both from a pod; what is wrong with them shows when they are matched.
  package init(_ spec: PodSpec) {
    labels = spec.nodeSelector.isEmpty ? nil : LabelMatcher(exactly: spec.nodeSelector)
    let required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
    selector = required.map { NodeMatcher($0) }
  }

  /// Whether the node is allowed; throws what is wrong with the affinity where no term matches.
  package func matches(_ node: Node) throws(SelectorError) -> Bool {
    if let labels, !labels.matches(node.metadata.labels) { return false }
    guard let selector else { return true }
    return try selector.matches(node)
  }
}
