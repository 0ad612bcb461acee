package import KubernetesModel

/// Keeps a pod to the nodes that its selector and affinity, and the scheduler's own, ask for.
package struct NodeAffinity: FilterPlugin, ScorePlugin {
  /// `NodeAffinityArgs`.
  package struct Arguments: Sendable {
    /// Demanded of every pod of the profile, besides what the pod demands itself.
    package var addedAffinity: KubernetesModel.NodeAffinity?

    package init() {}
  }

  package let name: PluginName = "NodeAffinity"
  private static let conflict = Rejection.unresolvable("pod affinity terms conflict")

  private let arguments: Arguments

  package init(_ arguments: Arguments) { self.arguments = arguments }

  package func prepare(
    _ pod: PodInfo, in cluster: ClusterState
  ) throws(Rejection) -> FilterPreparation {
    let spec = pod.pod.spec
    let required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
    let added = arguments.addedAffinity?.requiredDuringSchedulingIgnoredDuringExecution
    if required == nil && added == nil && spec.nodeSelector.isEmpty { return .skip }
    let filter = NodeAffinityFilter(
      added: added.map { NodeMatcher($0) }, required: RequiredNodeAffinity(spec))
    guard let names = Self.names(in: required?.nodeSelectorTerms ?? []) else {
      return .filter(filter)
    }
    if names.isEmpty { throw Self.conflict }
    return .filter(filter, only: names)
  }

  /// The nodes that the terms name by `metadata.name`; nil unless every term names some.
  private static func names(in terms: [NodeSelectorTerm]) -> Set<String>? {
    guard !terms.isEmpty else { return nil }
    var names: Set<String> = []
    for term in terms {
      var named: Set<String>?
      for field in term.matchFields where field.key == "metadata.name" && field.operator == "In" {
        named = named?.intersection(field.values) ?? Set(field.values)
      }
      guard let named else { return nil }
      names.formUnion(named)
    }
    return names
  }

  package func prepareScore(
    _ pod: PodInfo, on feasible: [NodeID], filters: [PreparedFilter], in cluster: ClusterState
  ) throws(Rejection) -> (any NodeScorer)? {
    let own =
      pod.pod.spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
    let added = arguments.addedAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
    guard !own.isEmpty || !added.isEmpty else { return nil }
    do throws(SelectorError) {
      return NodeAffinityScorer(
        added: try PreferredNodeAffinity(added), own: try PreferredNodeAffinity(own))
    } catch {
      throw .error(error.description)
    }
  }
}

private struct NodeAffinityFilter: NodeFilter {
  private static let notEnforced = Rejection.unresolvable(
    "node(s) didn't match scheduler-enforced node affinity")
  private static let notMatched = Rejection.unresolvable(
    "node(s) didn't match Pod's node affinity/selector")

  var added: NodeMatcher?
  var required: RequiredNodeAffinity

  func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection? {
    if let added, !added.matches(node, in: cluster.nodes) { return Self.notEnforced }
    return required.matches(node, in: cluster.nodes) ? nil : Self.notMatched
  }
}

private struct NodeAffinityScorer: NodeScorer {
  let normalization = ScoreNormalization.byMaximum(reversed: false)
  var added: PreferredNodeAffinity
  var own: PreferredNodeAffinity

  init(added: PreferredNodeAffinity, own: PreferredNodeAffinity) {
    self.added = added
    self.own = own
  }

  func score(_ node: NodeID, in cluster: ClusterState) -> Int64 {
    added.score(cluster.nodes.objects[node.index]) + own.score(cluster.nodes.objects[node.index])
  }
}

extension NodeMatcher {
  /// Whether some term matches the node; one that cannot be read matches none.
  func matches(_ node: NodeID, in nodes: NodeTable) -> Bool {
    let labels = nodes.objects[node.index].metadata.labels
    return (try? matches(labels: labels, name: nodes.names[node.index])) == true
  }
}

extension RequiredNodeAffinity {
  func matches(_ node: NodeID, in nodes: NodeTable) -> Bool {
    if let labels, !labels.matches(nodes.objects[node.index].metadata.labels) { return false }
    return selector?.matches(node, in: nodes) ?? true
  }
}
