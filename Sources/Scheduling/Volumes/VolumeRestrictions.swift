import KubernetesModel

/// Keeps a pod off nodes where another pod uses the same disk, or its claim for one pod only.
struct VolumeRestrictions: FilterPlugin {
  let name: PluginName = "VolumeRestrictions"

  func prepare(_ pod: PodInfo, in cluster: ClusterState) throws(Rejection) -> FilterPreparation {
    let claims = try onePodClaims(of: pod.pod, in: cluster.volumes)
    let conflicts = claims.count { cluster.volumes.isUsed($0) }
    let disks = pod.pod.spec.volumes.filter(\.isExclusiveDisk)
    guard !disks.isEmpty || conflicts > 0 else { return .skip }
    return .filter(
      Disks(disks: disks, claims: Set(claims.map(\.metadata.name)), conflicts: conflicts))
  }

  /// The pod's claims that one pod alone may use.
  private func onePodClaims(
    of pod: Pod, in state: VolumeState
  ) throws(Rejection) -> Set<PersistentVolumeClaim> {
    var claims: Set<PersistentVolumeClaim> = []
    for name in pod.spec.volumes.compactMap(\.persistentVolumeClaim?.claimName) {
      guard let claim = state.claim(name, in: pod.metadata.namespace) else {
        throw .missing("persistentvolumeclaim", name)
      }
      if claim.spec.accessModes.contains("ReadWriteOncePod") { claims.insert(claim) }
    }
    return claims
  }
}

extension VolumeRestrictions {
  fileprivate struct Disks: NodeFilter {
    private static let diskConflict = Rejection.unschedulable("node(s) had no available disk")
    private static let claimConflict = Rejection.unschedulable(
      "node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode "
        + "already in-use by another pod")

    let disks: [Volume]
    let claims: Set<String>
    /// How many of the claims other pods refer to, wherever they are.
    var conflicts: Int

    var scope: VerdictScope { claims.isEmpty ? .node : .cluster }

    func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection? {
      let pods = cluster.nodes.pods[node.index]
      if disks.contains(where: { disk in pods.contains { disk.conflicts(with: $0.pod) } }) {
        return Self.diskConflict
      }
      return conflicts > 0 ? Self.claimConflict : nil
    }

    mutating func podAdded(_ pod: PodInfo, to node: NodeID, in cluster: ClusterState) {
      conflicts += references(of: pod.pod)
    }

    mutating func podRemoved(_ pod: PodInfo, from node: NodeID, in cluster: ClusterState) {
      conflicts -= references(of: pod.pod)
    }

    /// kube-scheduler compares names only here, whatever the pod's namespace.
    private func references(of pod: Pod) -> Int {
      guard !claims.isEmpty else { return 0 }
      return pod.spec.volumes.count { volume in
        volume.persistentVolumeClaim.map { claims.contains($0.claimName) } ?? false
      }
    }
  }
}

extension Volume {
  /// Whether it is a disk that pods cannot freely share.
  fileprivate var isExclusiveDisk: Bool {
    gcePersistentDisk != nil || awsElasticBlockStore != nil || rbd != nil || iscsi != nil
  }

  fileprivate func conflicts(with pod: Pod) -> Bool {
    pod.spec.volumes.contains { conflicts(with: $0) }
  }

  private func conflicts(with other: Volume) -> Bool {
    if let mine = gcePersistentDisk, let theirs = other.gcePersistentDisk,
      mine.pdName == theirs.pdName, !(mine.readOnly && theirs.readOnly)
    {
      return true
    }
    if let mine = awsElasticBlockStore, let theirs = other.awsElasticBlockStore,
      mine.volumeID == theirs.volumeID
    {
      return true
    }
    if let mine = iscsi, let theirs = other.iscsi,
      mine.iqn == theirs.iqn, !(mine.readOnly && theirs.readOnly)
    {
      return true
    }
    guard let mine = rbd, let theirs = other.rbd else { return false }
    return !Set(mine.monitors).isDisjoint(with: theirs.monitors) && mine.poolName == theirs.poolName
      && mine.image == theirs.image && !(mine.readOnly && theirs.readOnly)
  }
}

extension RBDVolumeSource {
  /// The pool, as the API server defaults it.
  fileprivate var poolName: String { pool.isEmpty ? "rbd" : pool }
}
