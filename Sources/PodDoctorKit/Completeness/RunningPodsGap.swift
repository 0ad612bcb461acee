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
    // They are sorted by namespace.
    guard let first = pods.indices.first(where: { !pods[$0].spec.nodeName.isEmpty }),
      let last = pods.indices.last(where: { !pods[$0].spec.nodeName.isEmpty })
    else { return true }
    let namespace = pods[first].metadata.namespace
    return namespace != "kube-system" && pods[last].metadata.namespace == namespace
  }
}
