import KubernetesModel
import Provenance
import YAML

/// What an autoscaler says, in whichever version of the API it is written.
extension Manifest {
  /// The workload that it scales; nil for a manifest of another kind.
  var scaleTarget: ObjectReference? {
    guard kind == HorizontalPodAutoscaler.kind, let target = node["spec"]?["scaleTargetRef"],
      let kind = target["kind"]?.string, let name = target["name"]?.string
    else { return nil }
    return ObjectReference(kind: kind, namespace: reference.namespace, name: name)
  }

  /// How many pods it leaves at least.
  var leastReplicas: Int {
    node["spec"]?["minReplicas"]?.int.map { Int(clamping: $0) } ?? 1
  }
}
