import KubernetesModel

/// Holds back pods that still bear scheduling gates.
package struct SchedulingGates: PreEnqueuePlugin {
  package let name: PluginName = "SchedulingGates"

  package init() {}

  package func gate(_ pod: PodInfo, in cluster: ClusterState) -> Rejection? {
    let gates = pod.pod.spec.schedulingGates.map(\.name)
    guard !gates.isEmpty else { return nil }
    return .unresolvable("waiting for scheduling gates: [\(gates.joined(separator: " "))]")
  }
}
