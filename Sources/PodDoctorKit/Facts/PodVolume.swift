import KubernetesModel
import Provenance

/// One volume of a pod: what it is made from, and who mounts it.
struct PodVolume: Sendable {
  var volume: Volume
  /// `spec.volumes[0]` and the like.
  var path: String
  /// The claim behind it, for volumes from claims.
  var claim: ClaimUse?
  /// The names of the containers that mount it.
  var mountedBy: [String]

  /// The name under which the kubelet and the attach controller speak of it: the PersistentVolume's, where the
  /// volume comes from a claim.
  var spokenName: String {
    guard let bound = claim?.claim?.claim.spec.volumeName, !bound.isEmpty else {
      return volume.name
    }
    return bound
  }

  /// The field that holds the source, such as `configMap`.
  var source: String {
    let sources: [(String, Bool)] = [
      ("configMap", volume.configMap != nil), ("secret", volume.secret != nil),
      ("projected", volume.projected != nil), ("hostPath", volume.hostPath != nil),
      ("emptyDir", volume.emptyDir != nil), ("nfs", volume.nfs != nil),
      ("persistentVolumeClaim", volume.persistentVolumeClaim != nil),
      ("ephemeral", volume.ephemeral != nil), ("csi", volume.csi != nil),
      ("image", volume.image != nil), ("downwardAPI", volume.downwardAPI != nil),
      ("iscsi", volume.iscsi != nil), ("cephfs", volume.cephfs != nil),
      ("rbd", volume.rbd != nil), ("fc", volume.fc != nil),
    ]
    return sources.first(where: \.1)?.0 ?? "other"
  }

  /// What it is made from, as a person would say it.
  var sourceName: String {
    if let source = volume.configMap { return "ConfigMap \(source.name)" }
    if let source = volume.secret { return "Secret \(source.secretName)" }
    if let source = volume.hostPath { return "path \(source.path) of the node" }
    if let source = volume.nfs { return "NFS export \(source.server):\(source.path)" }
    if let source = volume.csi { return "CSI driver \(source.driver)" }
    if let claim { return "claim \(claim.name)" }
    return source
  }

  /// The CSI driver that serves it; nil for other kinds of volumes, and for claims that are not bound.
  var driver: String? {
    volume.csi?.driver ?? claim?.claim?.volume?.spec.csi?.driver
  }

  /// The volumes of a pod in the order of the manifest.
  static func all(in pod: PodCase) -> [PodVolume] {
    let claims = ClaimUse.all(in: pod)
    let containers = pod.pod.spec.initContainers + pod.pod.spec.containers
    return pod.pod.spec.volumes.enumerated().map { index, volume in
      let path = "spec.volumes[\(index)]"
      return PodVolume(
        volume: volume, path: path, claim: claims.first { $0.path.hasPrefix("\(path).") },
        mountedBy: containers.filter { container in
          container.volumeMounts.contains { $0.name == volume.name }
            || container.volumeDevices.contains { $0.name == volume.name }
        }.map(\.name))
    }
  }
}
