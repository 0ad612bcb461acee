import KubernetesModel

/// Keeps a pod that names its node off all others.
package struct NodeName: FilterPlugin {
  package let name: PluginName = "NodeName"

  package init() {}

  package func prepare(_ pod: PodInfo, in cluster: ClusterState) -> FilterPreparation {
    let wanted = pod.pod.spec.nodeName
    return wanted.isEmpty ? .skip : .filter(NodeNameFilter(wanted: wanted))
  }
}

private struct NodeNameFilter: NodeFilter {
  private static let rejection = Rejection.unresolvable(
    "node(s) didn't match the requested node name")

  var wanted: String

  func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection? {
    cluster.nodes.names[node.index] == wanted ? nil : Self.rejection
  }
}
