import KubernetesModel

extension Pod {
  /// Whether it has volumes that are counted on its node: claims, and disks that drivers attach.
  var hasCountedVolumes: Bool {
    let volumes = spec.volumes
    return volumes.indices.contains { index in
      volumes[index].persistentVolumeClaim != nil || volumes[index].ephemeral != nil
        || MigratedVolume(volumes[index]) != nil
    }
  }
}
