package import KubernetesModel

/// Resource claims and their allocations as the scheduler has assumed them so far.
package struct DeviceState: Sendable {
  package init(_ snapshot: ClusterSnapshot) {}
}
