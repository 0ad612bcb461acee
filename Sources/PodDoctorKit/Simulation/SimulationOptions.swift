/// What a simulation reads, what of it is shown, and what is imagined.
package struct SimulationOptions: Sendable {
  /// The dump, the selection and the gate; the rules do not matter.
  package var consultation = ConsultationOptions()
  /// The path of a KubeSchedulerConfiguration; nil is the default profile.
  package var schedulerConfiguration: String?
  /// Whether to say what every plugin thinks of every node, and what would make a pod fit.
  package var explains = false

  package init() {}
}
