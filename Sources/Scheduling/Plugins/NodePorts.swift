/// Keeps a pod off nodes where another pod has taken one of its host ports.
package struct NodePorts: FilterPlugin {
  package let name: PluginName = "NodePorts"

  package init() {}

  package func prepare(_ pod: PodInfo, in cluster: ClusterState) -> FilterPreparation {
    pod.hostPorts.isEmpty ? .skip : .filter(NodePortsFilter(wanted: pod.hostPorts))
  }
}

private struct NodePortsFilter: NodeFilter {
  private static let rejection = Rejection.unschedulable(
    "node(s) didn't have free ports for the requested pod ports")

  var wanted: [HostPort]

  func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection? {
    let used = cluster.nodes.usedPorts[node.index]
    if used.isEmpty { return nil }
    let isTaken = wanted.contains { port in used.contains { $0.conflicts(with: port) } }
    return isTaken ? Self.rejection : nil
  }
}
