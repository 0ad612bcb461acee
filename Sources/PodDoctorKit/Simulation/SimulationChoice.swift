import KubernetesModel
import Provenance

/// Which of the simulated pods are shown.
struct SimulationChoice {
  private let filter: PodFilter
  private let options: ConsultationOptions
  /// Nil where no owner was asked for.
  private let ownership: Ownership?

  init(_ filter: PodFilter, _ options: ConsultationOptions, in snapshot: ClusterSnapshot) {
    self.filter = filter
    self.options = options
    ownership = options.targets.isEmpty ? nil : Ownership(in: snapshot)
  }

  /// Whether the user chose anything at all.
  var isNarrow: Bool {
    !options.targets.isEmpty || !options.namespaces.isEmpty || options.labelSelector != nil
      || options.fieldSelector != nil
  }

  /// Whether a pod that the scheduler would decide about is chosen.
  func takesAny(of pods: [Pod]) -> Bool {
    pods.indices.contains { pods[$0].waitsForNode && takes(pods[$0]) }
  }

  func takes(_ pod: Pod) -> Bool {
    filter.takes(pod)
      && (options.targets.isEmpty || options.targets.contains { concerns(pod, $0) })
  }

  private func concerns(_ pod: Pod, _ target: ConsultationOptions.Target) -> Bool {
    switch target.kind {
    case "Pod": pod.metadata.name == target.name
    case "Namespace": pod.metadata.namespace == target.name
    case "PersistentVolumeClaim":
      pod.spec.volumes.contains { $0.persistentVolumeClaim?.claimName == target.name }
    default:
      [pod.metadata.controllerReference, ownership?.workload(of: pod)].contains {
        $0?.kind == target.kind && $0?.name == target.name
      }
    }
  }

  /// Why there is nothing to show.
  var nothingMatched: String {
    let targets = options.targets.map { "\($0.kind.lowercased())/\($0.name)" }
    let parts = [
      targets.isEmpty ? nil : targets.joined(separator: ", "),
      options.namespaces.isEmpty ? nil : "namespace \(options.namespaces.joined(separator: ", "))",
      options.labelSelector.map { "-l \($0)" },
      options.fieldSelector.map { "--field-selector \($0)" },
    ]
    return "no pending pod in the dump matches "
      + parts.compactMap(\.self).joined(separator: ", ")
  }
}
