import KubernetesModel
import Provenance

/// How a stateful set replaces its pods.
struct StatefulSetRollout: Sendable {
  /// The old pod that has to be ready before any pod is replaced, and is not.
  let waitsFor: ObjectReference?

  init(of set: StatefulSet, replacing old: [Pod]) {
    let spec = set.withDefaults.spec
    guard spec.podManagementPolicy == "OrderedReady", spec.updateStrategy.type == "RollingUpdate"
    else {
      waitsFor = nil
      return
    }
    // Pods that have ended, or are being deleted, are made again from the new template.
    waitsFor = old.filter { pod in
      !pod.isTerminal && pod.metadata.deletionTimestamp == nil
        && !(pod.status.phase == "Running" && pod.isReady)
    }.map(\.reference).min { Self.ordinal(of: $0.name) < Self.ordinal(of: $1.name) }
  }

  private static func ordinal(of name: String) -> Int {
    name.split(separator: "-").last.flatMap { Int($0) } ?? .max
  }
}
