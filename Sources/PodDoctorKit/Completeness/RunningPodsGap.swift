import Findings
import KubernetesModel

/// The pods of other namespaces, without which nodes look emptier than they are.
struct RunningPodsGap {
  private let snapshot: ClusterSnapshot

  init(in snapshot: ClusterSnapshot) {
    self.snapshot = snapshot
  }

  /// Every node of a real cluster runs pods of kube-system; without them other namespaces are missing.
  var gaps: [DiagnosisReport.Gap] {
    guard !snapshot.nodes.isEmpty, areAllOfOneNamespace else { return [] }
    return [
      .init(
        missing: "pods of all namespaces",
        weakens:
          "nodes look emptier than they are, since what other namespaces' pods take is unknown",
        command: "kubectl get pods -A -o yaml")
    ]
  }

  /// Whether all pods on nodes are of one namespace, and not of kube-system.
  private var areAllOfOneNamespace: Bool {
    let pods = snapshot.pods
    var known: String?
    for index in pods.indices where !pods[index].spec.nodeName.isEmpty {
      let namespace = pods[index].metadata.namespace
      if namespace == "kube-system" || (known != nil && known != namespace) { return false }
      known = namespace
    }
    return true
  }
}
