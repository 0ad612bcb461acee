import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// A pod as a manifest describes it: a Pod itself, or the template that a workload makes pods of.
struct ManifestPod: Sendable {
  var workload: Manifest
  /// The number of the workload among the manifests.
  var number: Int
  /// The template as a pod; its name is the workload's.
  var pod: Pod
  /// Where the template stands in the workload's document.
  var path: FieldPath
  var node: YAMLNode

  var namespace: String { workload.reference.namespace }
  var labels: [String: String] { pod.metadata.labels }

  /// How many pods the manifest asks for at once; nil where nodes or work decide.
  var replicas: Int? { workload.replicas }

  /// Whether the pods are meant to end: those of Jobs, and those that are not restarted.
  var runsToCompletion: Bool {
    workload.kind == Job.kind || workload.kind == CronJob.kind || restartPolicy != "Always"
  }

  var restartPolicy: String {
    pod.spec.restartPolicy.isEmpty ? "Always" : pod.spec.restartPolicy
  }

  /// Where the template stands.
  var origin: Origin { Origin(workload.reference, root: workload.node, node: node, path: path) }

  /// The path of a field of the template in the workload's document.
  func path(_ field: String) -> FieldPath {
    FieldPath(path.steps + FieldPath(parsing: field).steps)
  }
}

extension Manifest {
  /// How many pods the manifest asks for at once; nil where nodes or work decide.
  var replicas: Int? {
    switch object.value {
    case let object as Deployment: Int(object.spec.replicas ?? 1)
    case let object as StatefulSet: Int(object.spec.replicas ?? 1)
    case let object as ReplicaSet: Int(object.spec.replicas ?? 1)
    case let object as ReplicationController: Int(object.spec.replicas ?? 1)
    case is Pod: 1
    case nil: node["spec"]?["replicas"]?.int.map { Int(clamping: $0) }
    default: nil
    }
  }
}
