/// What a simulation reads, what of it is shown, and what is imagined.
package struct SimulationOptions: Sendable {
  /// The dump, the selection and the gate; the rules do not matter.
  package var consultation = ConsultationOptions()
  /// The path of a KubeSchedulerConfiguration; nil is the default profile.
  package var schedulerConfiguration: String?
  /// Whether to say what every plugin thinks of every node, and what would make a pod fit.
  package var explains = false

  /// How many nodes are added, and like which one.
  package var addedNodes: (count: Int, like: String)?
  /// Assignments such as `node-a.spec.unschedulable=false`.
  package var assignments: [String] = []
  /// How many pods each chosen manifest becomes; nil leaves what it says.
  package var replicas: Int?
  /// Whether every pod is tried on the cluster as it is, instead of one after another.
  package var isIndependent = false

  package init() {}

  /// Whether the simulated cluster is another one than that of the dump.
  var imaginesCluster: Bool { addedNodes != nil || !assignments.isEmpty || isIndependent }
}
