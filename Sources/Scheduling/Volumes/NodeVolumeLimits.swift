import KubernetesModel

/// Keeps a pod off nodes to which a CSI driver cannot attach as many volumes.
struct NodeVolumeLimits: FilterPlugin {
  let name: PluginName = "NodeVolumeLimits"

  func prepare(_ pod: PodInfo, in cluster: ClusterState) throws(Rejection) -> FilterPreparation {
    let isConcerned = pod.pod.spec.volumes.contains {
      $0.persistentVolumeClaim != nil || $0.ephemeral != nil || MigratedVolume($0) != nil
    }
    return isConcerned ? .filter(Limits(pod: pod.pod)) : .skip
  }
}

extension NodeVolumeLimits {
  fileprivate struct Limits: NodeFilter {
    private static let exceeded = Rejection.unschedulable("node(s) exceed max volume count")

    let pod: Pod

    func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection? {
      let name = cluster.nodes.name(of: node)
      let csiNode = cluster.volumes.csiNodes[name]
      do {
        var added = AttachableVolumes()
        try added.add(pod, seenFrom: csiNode, in: cluster.volumes, .newPod)
        let limits = csiNode?.attachLimits ?? [:]
        guard !added.isEmpty, !limits.isEmpty else { return nil }
        var attached = AttachableVolumes()
        for existing in cluster.nodes.pods[node.index] {
          try attached.add(existing.pod, seenFrom: csiNode, in: cluster.volumes, .existingPod)
        }
        added.remove(attached)
        attached.addAttachments(of: name, in: cluster.volumes)
        return exceeds(limits, added.perDriver, attached.perDriver) ? Self.exceeded : nil
      } catch {
        return error
      }
    }

    private func exceeds(
      _ limits: [String: Int], _ added: [String: Int], _ attached: [String: Int]
    ) -> Bool {
      added.contains { driver, count in
        limits[driver].map { (attached[driver] ?? 0) + count > $0 } ?? false
      }
    }
  }
}

extension CSINode {
  /// How many volumes of each driver can be attached, where the driver states a limit.
  fileprivate var attachLimits: [String: Int] {
    var limits: [String: Int] = [:]
    for driver in spec.drivers {
      if let count = driver.allocatable?.count { limits[driver.name] = Int(count) }
    }
    return limits
  }
}
