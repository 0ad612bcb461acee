package import KubernetesModel
package import Provenance

/// A snapshot with the pods that its manifests would become.
package struct ExpandedSnapshot: Sendable {
  package var snapshot: ClusterSnapshot
  /// What each pod or claim that was added would be made from.
  package var origins: [ObjectReference: PodOrigin] = [:]
  /// Workloads whose pods were not all made, since they are too many.
  package var curtailed: [ObjectReference] = []
}

/// How many pods workloads without pods become.
package struct ReplicaChoice: Sendable {
  /// The number for each chosen workload; nil leaves what the manifest says.
  package var count: Int?
  /// The workloads that the number is for, by kind and name; all that are manifests when empty.
  package var targets: [(kind: String, name: String)] = []

  package init() {}

  func count(for workload: ObjectReference) -> Int? {
    guard let count else { return nil }
    let isMeant =
      targets.isEmpty || targets.contains { $0.kind == workload.kind && $0.name == workload.name }
    return isMeant ? count : nil
  }
}
