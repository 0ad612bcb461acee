import Findings
import KubernetesModel

/// Says what the dump lacks for a verdict of the scheduler on some pods.
struct SimulationGaps {
  private struct Need {
    var kind: String
    var weakens: String
    var resource: String
    var isNeeded: @Sendable (Pod) -> Bool
  }

  private let snapshot: ClusterSnapshot
  private let pods: [Pod]

  init(in snapshot: ClusterSnapshot, for pods: [Pod]) {
    self.snapshot = snapshot
    self.pods = pods
  }

  func gaps() -> [DiagnosisReport.Gap] {
    let kinds = Self.needs.filter { need in
      !snapshot.holds(kind: need.kind) && pods.contains(where: need.isNeeded)
        && (need.kind != PersistentVolumeClaim.kind || snapshot.persistentVolumeClaims.isEmpty)
    }
    return runningPods
      + kinds.map {
        .init(
          missing: $0.kind, weakens: $0.weakens, command: "kubectl get \($0.resource) -o yaml")
      }
  }

  /// Every node of a real cluster runs pods of kube-system; without them other namespaces are missing.
  private var runningPods: [DiagnosisReport.Gap] {
    guard !snapshot.nodes.isEmpty, !pods.isEmpty else { return [] }
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

  private static let needs = [
    Need(
      kind: "Node", weakens: "no pod can be placed", resource: "nodes", isNeeded: { _ in true }),
    Need(
      kind: "PersistentVolumeClaim", weakens: "claims count as missing", resource: "pvc -A",
      isNeeded: mountsClaim),
    Need(
      kind: "PersistentVolume",
      weakens: "bound claims count as lost, and no volume can be found for the others",
      resource: "pv", isNeeded: mountsClaim),
    Need(
      kind: "StorageClass", weakens: "whether a volume can be provisioned, and where, is unknown",
      resource: "storageclasses", isNeeded: mountsClaim),
    Need(
      kind: "CSINode", weakens: "limits of volumes per node are not applied",
      resource: "csinodes", isNeeded: mountsClaim),
    Need(
      kind: "CSIStorageCapacity", weakens: "free storage per node is not applied",
      resource: "csistoragecapacities -A", isNeeded: mountsClaim),
    Need(
      kind: "Namespace", weakens: "namespace selectors of pod affinity match nothing",
      resource: "namespaces", isNeeded: selectsNamespaces),
    Need(
      kind: "PodDisruptionBudget",
      weakens: "preemption may choose victims that a budget protects", resource: "pdb -A",
      isNeeded: { ($0.spec.priority ?? 0) > 0 }),
    Need(
      kind: "ResourceSlice", weakens: "nodes count as having no devices",
      resource: "resourceslices", isNeeded: { !$0.spec.resourceClaims.isEmpty }),
    Need(
      kind: "DeviceClass", weakens: "device classes count as missing", resource: "deviceclasses",
      isNeeded: { !$0.spec.resourceClaims.isEmpty }),
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
