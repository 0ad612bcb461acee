import KubernetesModel
import Provenance

/// The choice of pods by namespace, labels and fields.
struct PodFilter {
  private let namespaces: Set<String>
  private let labels: LabelMatcher?
  private let fields: FieldMatcher?

  init(_ options: ConsultationOptions) throws(ConsultationError) {
    namespaces = Set(options.namespaces)
    do {
      labels = try options.labelSelector.map { try LabelMatcher(parsing: $0) }
      fields = try options.fieldSelector.map { try FieldMatcher(parsing: $0) }
    } catch {
      throw .invalidOption("selector: \(error)")
    }
  }

  func takes(_ pod: Pod) -> Bool {
    if !namespaces.isEmpty, !namespaces.contains(pod.metadata.namespace) { return false }
    if let labels, !labels.matches(pod.metadata.labels) { return false }
    return fields?.matches(Self.readable(of: pod)) ?? true
  }

  private static func readable(of pod: Pod) -> [String: String] {
    [
      "metadata.name": pod.metadata.name, "metadata.namespace": pod.metadata.namespace,
      "spec.nodeName": pod.spec.nodeName, "status.phase": pod.status.phase,
      "spec.restartPolicy": pod.spec.restartPolicy,
      "spec.schedulerName": pod.spec.schedulerName,
      "spec.serviceAccountName": pod.spec.serviceAccountName, "status.podIP": pod.status.podIP,
    ]
  }
}

/// The choice of pods by the objects that the user named.
struct TargetChoice {
  private let targets: [ConsultationOptions.Target]
  private let facts: ClusterFacts
  /// Named objects that the dump holds and that are no pods.
  let others: [ConsultationOptions.Target]

  init(_ targets: [ConsultationOptions.Target], in facts: ClusterFacts) {
    self.targets = targets
    self.facts = facts
    others = targets.filter {
      $0.kind != "Pod" && facts.snapshot.hasObject(of: $0.kind, named: $0.name)
    }
  }

  /// Whether a target is the pod, owns it, runs it, or is mounted by it.
  func takes(_ pod: Pod) -> Bool { targets.isEmpty || targets.contains { concerns(pod, $0) } }

  private func concerns(_ pod: Pod, _ target: ConsultationOptions.Target) -> Bool {
    switch target.kind {
    case "Pod": return pod.metadata.name == target.name
    case "Node": return pod.spec.nodeName == target.name
    case "Namespace": return pod.metadata.namespace == target.name
    case "PersistentVolumeClaim":
      return pod.spec.volumes.contains { $0.persistentVolumeClaim?.claimName == target.name }
    default:
      let owners = [pod.metadata.controllerReference, facts.ownership.workload(of: pod)]
      return owners.contains { $0?.kind == target.kind && $0?.name == target.name }
    }
  }
}

extension ClusterSnapshot {
  /// Whether the dump holds an object of this kind and name in any namespace.
  fileprivate func hasObject(of kind: String, named name: String) -> Bool {
    ([""] + namespacesSeen).contains {
      contains(ObjectReference(kind: kind, namespace: $0, name: name))
    }
  }
}
