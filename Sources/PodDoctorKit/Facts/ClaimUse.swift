import KubernetesModel
import Provenance

/// A claim that a pod mounts, by the volume through which it does.
struct ClaimUse: Sendable {
  var name: String
  /// The field of the Pod that names the claim; empty where the dump does not show the pod's volumes.
  var path: String
  /// Whether the claim is made for the pod from a template in the pod.
  var isEphemeral: Bool
  /// The claim, nil when the dump does not hold it.
  var claim: ClaimCase?

  /// The claims of a pod in the order of its volumes.
  static func all(in pod: PodCase) -> [ClaimUse] {
    pod.pod.spec.volumes.enumerated().compactMap { index, volume in
      let path = "spec.volumes[\(index)]"
      if let source = volume.persistentVolumeClaim {
        return use(source.claimName, "\(path).persistentVolumeClaim", ephemeral: false, pod)
      }
      guard volume.ephemeral != nil else { return nil }
      return use(
        "\(pod.pod.metadata.name)-\(volume.name)", "\(path).ephemeral", ephemeral: true, pod)
    }
  }

  /// The claims of a pod, or where the dump does not show its volumes, the one that waits beside it: named for it as
  /// those of a StatefulSet are, or the only one.
  static func likely(in pod: PodCase) -> [ClaimUse] {
    let shown = all(in: pod)
    guard shown.isEmpty, pod.pod.spec.volumes.isEmpty,
      pod.facts.snapshot.isPartial(pod.reference)
    else { return shown }
    let waiting = pod.facts.snapshot.persistentVolumeClaims.filter {
      $0.metadata.namespace == pod.namespace && $0.status.phase == "Pending"
    }
    let own = waiting.filter { $0.metadata.name.hasSuffix("-\(pod.pod.metadata.name)") }
    guard let claim = own.first ?? (waiting.count == 1 ? waiting.first : nil) else { return [] }
    return [
      ClaimUse(
        name: claim.metadata.name, path: "", isEphemeral: false,
        claim: ClaimCase(claim: claim, facts: pod.facts))
    ]
  }

  private static func use(
    _ name: String, _ path: String, ephemeral: Bool, _ pod: PodCase
  ) -> ClaimUse {
    let claim = pod.facts.snapshot.persistentVolumeClaims.named(name, in: pod.namespace)
    return ClaimUse(
      name: name, path: path, isEphemeral: ephemeral,
      claim: claim.map { ClaimCase(claim: $0, facts: pod.facts) })
  }
}
