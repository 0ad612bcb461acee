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
      let state = cluster.volumes
      let name = cluster.nodes.name(of: node)
      let csiNode = state.csiNodes[name]
      let added: AttachableVolumes
      do {
        added = try AttachableVolumes(of: pod, seenFrom: csiNode, in: state, .newPod)
      } catch {
        return error
      }
      let limits = csiNode?.attachLimits ?? [:]
      guard !added.isEmpty, !limits.isEmpty else { return nil }
      let attached = state.attached[node.index] ?? AttachedVolumes()
      if let complaint = attached.complaint { return complaint }
      let new = added.drivers.filter { !attached.contains($0.key) }
      let elsewhere = state.attachments[name]?.drivers.filter { !attached.contains($0.key) } ?? [:]
      return limits.contains { driver, limit in
        let wanted = new.count(of: driver)
        let taken = (attached.perDriver[driver] ?? 0) + elsewhere.count(of: driver)
        return wanted > 0 && taken + wanted > limit
      } ? Self.exceeded : nil
    }
  }
}

extension [String: String] {
  /// How many volumes are of the driver.
  fileprivate func count(of driver: String) -> Int { values.count { $0 == driver } }
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
