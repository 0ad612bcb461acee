import KubernetesModel
import Provenance

extension Completeness {
  /// How far a pod has come, as all needs see it.
  struct Stage: Sendable {
    let facts: ClusterFacts
    /// Whether a container has ever run: then all that it needs to start was there.
    let hasStarted: Bool
    /// Whether it waits to start, and has volumes by claims.
    let waitsForClaim: Bool

    init(of pod: Pod, in facts: ClusterFacts) {
      self.facts = facts
      hasStarted = pod.hasStarted
      waitsForClaim =
        !hasStarted
        && pod.spec.volumes.contains { $0.persistentVolumeClaim != nil || $0.ephemeral != nil }
    }
  }

  /// The kinds that a diagnosis can need, and when it does.
  static let needs: [KindNeed<Stage>] = [
    .init(
      kind: "Node", weakens: "whether a node is lost, full or unfit cannot be seen",
      resource: "nodes", isNeeded: { _, _ in true }),
    .init(
      kind: "Event", weakens: "causes are read from statuses alone", resource: "events -A",
      isNeeded: { _, _ in true }),
    .init(
      kind: "ConfigMap", weakens: "whether a ConfigMap or its key exists is taken from messages",
      resource: "configmaps -A", isNeeded: { waits($0, $1, forA: "ConfigMap") }),
    .init(
      kind: "Secret", weakens: "whether a Secret or its key exists is taken from messages",
      resource: "secrets -A", isNeeded: { waits($0, $1, forA: "Secret") }),
    .init(
      kind: "PersistentVolumeClaim", weakens: "why a claim is not bound cannot be seen",
      resource: "pvc -A", isNeeded: waitsForUnseenClaim),
    .init(
      kind: "PersistentVolume", weakens: "which volumes could serve a claim cannot be seen",
      resource: "pv", isNeeded: { _, stage in stage.waitsForClaim }),
    .init(
      kind: "StorageClass", weakens: "whether a claim's class exists cannot be seen",
      resource: "storageclasses", isNeeded: { _, stage in stage.waitsForClaim }),
    .init(
      kind: "VolumeAttachment", weakens: "where a volume is attached cannot be seen",
      resource: "volumeattachments",
      isNeeded: { pod, stage in stage.waitsForClaim && !pod.spec.nodeName.isEmpty }),
    .init(
      kind: "CSINode", weakens: "which storage drivers run on a node cannot be seen",
      resource: "csinodes", isNeeded: { _, stage in stage.waitsForClaim }),
    .init(
      kind: "PriorityClass", weakens: "whether the pod's priority class exists cannot be seen",
      resource: "priorityclasses",
      isNeeded: { pod, _ in
        pod.waitsForNode && pod.spec.priority == nil && !pod.spec.priorityClassName.isEmpty
      }),
    .init(
      kind: "PodDisruptionBudget",
      weakens: "which pods a more important one may displace is judged without budgets",
      resource: "pdb -A",
      isNeeded: { pod, _ in pod.waitsForNode && (pod.spec.priority ?? 0) > 0 }),
    .init(
      kind: "ResourceSlice", weakens: "which devices the nodes have cannot be seen",
      resource: "resourceslices",
      isNeeded: { pod, _ in pod.waitsForNode && !pod.spec.resourceClaims.isEmpty }),
    .init(
      kind: "ResourceClaim", weakens: "why a device is not allocated cannot be seen",
      resource: "resourceclaims -A",
      isNeeded: { pod, stage in !stage.hasStarted && !pod.spec.resourceClaims.isEmpty }),
    .init(
      kind: "RuntimeClass", weakens: "whether the runtime class exists is taken from messages",
      resource: "runtimeclasses",
      isNeeded: { pod, stage in
        !stage.hasStarted && !(pod.spec.runtimeClassName ?? "").isEmpty
      }),
    .init(
      kind: "Lease", weakens: "when a node was last heard of is told by its conditions alone",
      resource: "leases -n kube-node-lease", isNeeded: isOnUnreadyNode),
  ]

  private static func waits(_ pod: Pod, _ stage: Stage, forA kind: String) -> Bool {
    !stage.hasStarted
      && pod.objectReferences.contains { $0.kind == kind && $0.use != .imagePullSecret }
  }

  /// Whether a claim that the pod waits for is not in the dump; a description of it is enough.
  @Sendable private static func waitsForUnseenClaim(_ pod: Pod, _ stage: Stage) -> Bool {
    guard stage.waitsForClaim else { return false }
    return pod.spec.volumes.contains { volume in
      guard let claim = volume.persistentVolumeClaim else { return volume.ephemeral != nil }
      return !stage.facts.snapshot.contains(
        ObjectReference(
          kind: PersistentVolumeClaim.kind, namespace: pod.metadata.namespace,
          name: claim.claimName))
    }
  }

  @Sendable private static func isOnUnreadyNode(_ pod: Pod, _ stage: Stage) -> Bool {
    guard let node = stage.facts.node(named: pod.spec.nodeName) else { return false }
    return !node.isReady
  }
}

extension Pod {
  /// Whether a container has ever run, as its status tells.
  fileprivate var hasStarted: Bool {
    // By index, because a status that is handed out is a copy of it.
    status.containerStatuses.indices.contains { index in
      status.containerStatuses[index].state.running != nil
        || status.containerStatuses[index].state.terminated != nil
        || status.containerStatuses[index].lastState.terminated != nil
    }
  }
}
