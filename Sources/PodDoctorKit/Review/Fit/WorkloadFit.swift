import Provenance

/// How the pods of a workload get on in a cluster.
struct WorkloadFit: Sendable {
  /// How many pods there shall be, and how many of them find a node.
  var wanted = 0
  var fitting = 0
  /// How many would find a node if the other manifests were not there.
  var alone = 0
  /// What stops the next pod.
  var obstacle: FitObstacle?
  /// Pods that would be evicted for these.
  var evicted: [ObjectReference] = []
  /// Why nothing is known; empty where something is.
  var unknown = ""
  /// What the API server would refuse every pod for, or the next one.
  var refusals: [AdmissionRefusal] = []
  /// What keeps an update from its first step.
  var rollout: FitObstacle?
  /// The old pod that an update waits for, as it is not ready.
  var waitsFor: ObjectReference?
}

/// What keeps a pod from every node.
struct FitObstacle: Sendable {
  /// The name of the ailment that the pod would have.
  var cause: String
  /// Which nodes refuse it for what, with names and numbers.
  var says: String
  /// The field of the manifest to change.
  var field: String
  /// What would let it fit, each simulated.
  var changes: [String] = []
}

/// Why the API server would not let a pod be made.
struct AdmissionRefusal: Sendable {
  /// The name of the ailment that the workload would have.
  var cause: String
  /// The words of the API server, without the pod's name.
  var says: String
  /// The field of the manifest to change.
  var field: String
  /// What refuses: a quota, a limit range, a namespace.
  var object: ObjectReference
  /// How many pods are let in before.
  var admitted = 0
}
