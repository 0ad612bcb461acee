package import KubernetesModel

/// Claims and volumes as the scheduler has assumed them so far.
package struct VolumeState: Sendable {
  package init(_ snapshot: ClusterSnapshot) {}
}
