import Findings
import KubernetesModel

/// Says what the dump lacks for a verdict of the scheduler on some pods.
struct SimulationGaps {
  private typealias Need = KindNeed<Void>

  private let snapshot: ClusterSnapshot
  private let pods: [Pod]

  init(in snapshot: ClusterSnapshot, for pods: [Pod]) {
    self.snapshot = snapshot
    self.pods = pods
  }

  func gaps() -> [DiagnosisReport.Gap] {
    let kinds = Self.needs.filter { need in
      !snapshot.holds(kind: need.kind) && pods.contains { need.isNeeded($0, ()) }
        && (need.kind != PersistentVolumeClaim.kind || snapshot.persistentVolumeClaims.isEmpty)
    }
    let running = pods.isEmpty ? [] : RunningPodsGap(in: snapshot).gaps
    return running + kinds.map(\.gap)
  }

  private static let needs = [
    Need(
      kind: "Node", weakens: "no pod can be placed", resource: "nodes", isNeeded: { _, _ in true }),
    Need(
      kind: "PersistentVolumeClaim", weakens: "claims count as missing", resource: "pvc -A",
      isNeeded: { pod, _ in mountsClaim(pod) }),
    Need(
      kind: "PersistentVolume",
      weakens: "bound claims count as lost, and no volume can be found for the others",
      resource: "pv", isNeeded: { pod, _ in mountsClaim(pod) }),
    Need(
      kind: "StorageClass", weakens: "whether a volume can be provisioned, and where, is unknown",
      resource: "storageclasses", isNeeded: { pod, _ in mountsClaim(pod) }),
    Need(
      kind: "CSINode", weakens: "limits of volumes per node are not applied",
      resource: "csinodes", isNeeded: { pod, _ in mountsClaim(pod) }),
    Need(
      kind: "CSIStorageCapacity", weakens: "free storage per node is not applied",
      resource: "csistoragecapacities -A", isNeeded: { pod, _ in mountsClaim(pod) }),
    Need(
      kind: "Namespace", weakens: "namespace selectors of pod affinity match nothing",
      resource: "namespaces", isNeeded: { pod, _ in selectsNamespaces(pod) }),
    Need(
      kind: "PodDisruptionBudget",
      weakens: "preemption may choose victims that a budget protects", resource: "pdb -A",
      isNeeded: { pod, _ in (pod.spec.priority ?? 0) > 0 }),
    Need(
      kind: "ResourceSlice", weakens: "nodes count as having no devices",
      resource: "resourceslices", isNeeded: { pod, _ in !pod.spec.resourceClaims.isEmpty }),
    Need(
      kind: "DeviceClass", weakens: "device classes count as missing", resource: "deviceclasses",
      isNeeded: { pod, _ in !pod.spec.resourceClaims.isEmpty }),
  ]

  private static func mountsClaim(_ pod: Pod) -> Bool {
    pod.spec.volumes.contains { $0.persistentVolumeClaim != nil || $0.ephemeral != nil }
  }

  private static func selectsNamespaces(_ pod: Pod) -> Bool {
    let required =
      (pod.spec.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [])
      + (pod.spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [])
    return required.contains { $0.namespaceSelector != nil }
  }
}
