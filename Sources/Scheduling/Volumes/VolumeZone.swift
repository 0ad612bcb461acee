import KubernetesModel

/// Keeps a pod off nodes outside the zone or region that its volumes' labels name.
struct VolumeZone: FilterPlugin {
  let name: PluginName = "VolumeZone"

  func prepare(_ pod: PodInfo, in cluster: ClusterState) throws(Rejection) -> FilterPreparation {
    var topologies: [Topology] = []
    for volume in pod.pod.spec.volumes {
      guard let source = volume.persistentVolumeClaim else { continue }
      guard !source.claimName.isEmpty else {
        throw .unresolvable("PersistentVolumeClaim had no name")
      }
      let namespace = pod.pod.metadata.namespace
      guard let claim = cluster.volumes.claim(source.claimName, in: namespace) else {
        throw .missing("persistentvolumeclaim", source.claimName)
      }
      topologies += try self.topologies(of: claim, in: cluster.volumes)
    }
    return topologies.isEmpty ? .skip : .filter(Zones(topologies: topologies))
  }

  private func topologies(
    of claim: PersistentVolumeClaim, in state: VolumeState
  ) throws(Rejection) -> [Topology] {
    guard claim.spec.volumeName.isEmpty else {
      guard let volume = state.volumes[claim.spec.volumeName] else {
        throw .missing("persistentvolume", claim.spec.volumeName)
      }
      return volume.topologies
    }
    guard !claim.className.isEmpty else {
      throw .unresolvable("PersistentVolumeClaim had no pv name and storageClass name")
    }
    guard let storageClass = state.classes[claim.className] else {
      throw .missing("storageclass.storage.k8s.io", claim.className)
    }
    guard storageClass.waitsForFirstConsumer else {
      throw .unresolvable("PersistentVolume had no name")
    }
    return []
  }
}

extension VolumeZone {
  /// A label of a volume, and the values that a node may have for it.
  fileprivate struct Topology: Hashable {
    var key: String
    var values: Set<String>
  }

  fileprivate struct Zones: NodeFilter {
    private static let conflict = Rejection.unresolvable("node(s) had no available volume zone")

    let topologies: [Topology]

    func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection? {
      let labels = cluster.nodes.objects[node.index].metadata.labels
      // A node without any such label is taken for one of a cluster with a single zone.
      guard topologyLabels.contains(where: { labels[$0] != nil }) else { return nil }
      let agrees = topologies.allSatisfy { topology in
        guard let value = labels[topology.key] ?? labels[currentName(of: topology.key)] else {
          return false
        }
        return topology.values.contains(value)
      }
      return agrees ? nil : Self.conflict
    }

    private func currentName(of key: String) -> String {
      switch key {
      case "failure-domain.beta.kubernetes.io/zone": "topology.kubernetes.io/zone"
      case "failure-domain.beta.kubernetes.io/region": "topology.kubernetes.io/region"
      default: key
      }
    }
  }
}

private let topologyLabels = [
  "failure-domain.beta.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/region",
  "topology.kubernetes.io/zone", "topology.kubernetes.io/region",
]

extension PersistentVolume {
  /// What its labels say; a list with an empty entry is left out, as upstream leaves it.
  fileprivate var topologies: [VolumeZone.Topology] {
    topologyLabels.compactMap { key in
      guard let label = metadata.labels[key] else { return nil }
      let values = label.split(separator: "__", omittingEmptySubsequences: false)
        .map { $0.trimmingSpace }
      guard !values.contains(where: \.isEmpty) else { return nil }
      return VolumeZone.Topology(key: key, values: Set(values.map(String.init)))
    }
  }
}
