/// The decisions about all pending pods, in the order of the scheduling queue.
package struct SimulationReport: Sendable {
  package var pods: [PodOutcome]
  /// The cluster after the last pod.
  package var cluster: ClusterState
  /// Extenders and plugins that the configuration names but the simulation does not know.
  package var notSimulated: [String]
}
