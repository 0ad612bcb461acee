import Findings
import KubernetesModel

extension Finding {
  /// What is left of how sure a finding is about an end that the container may have overcome.
  private static let doubt = 0.7

  /// A finding about the end of a container that has run for longer since: less sure, and no longer an error.
  func tempered(byRecoveryIn pod: PodCase) -> Finding {
    guard playbook == .crashLoopBackOff, severity > .info, let name = affected.container,
      let container = pod.containers.first(where: { $0.life.name == name }),
      container.isRecovering(in: pod)
    else { return self }
    var finding = self
    finding.severity = .warning
    finding.confidence *= Self.doubt
    finding.why +=
      "\nIt runs again, and has run longer than before its last end, so the cause may be gone. The kubelet forgets that it"
      + " kept ending only after ten minutes."
    return finding
  }
}
