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
    guard !snapshot.nodes.isEmpty else { return [] }
    let namespaces = Set(
      snapshot.pods.filter { !$0.spec.nodeName.isEmpty }.map(\.metadata.namespace))
    guard !namespaces.contains("kube-system"), namespaces.count < 2 else { return [] }
    return [
      .init(
        missing: "pods of all namespaces",
        weakens:
          "nodes look emptier than they are, since what other namespaces' pods take is unknown",
        command: "kubectl get pods -A -o yaml")
    ]
  }
}
