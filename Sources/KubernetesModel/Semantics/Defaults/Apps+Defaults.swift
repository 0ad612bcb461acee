extension Deployment: HasDefaults {
  package mutating func applyDefaults() {
    spec.replicas.setIfAbsent(1)
    spec.strategy.type.setIfEmpty("RollingUpdate")
    if spec.strategy.type == "RollingUpdate" {
      spec.strategy.rollingUpdate.setIfAbsent(RollingUpdateDeployment())
      spec.strategy.rollingUpdate?.maxUnavailable.setIfAbsent(.string("25%"))
      spec.strategy.rollingUpdate?.maxSurge.setIfAbsent(.string("25%"))
    }
    spec.revisionHistoryLimit.setIfAbsent(10)
    spec.progressDeadlineSeconds.setIfAbsent(600)
    spec.template.applyDefaults()
  }
}

extension ReplicaSet: HasDefaults {
  package mutating func applyDefaults() {
    spec.replicas.setIfAbsent(1)
    spec.template.applyDefaults()
  }
}

extension StatefulSet: HasDefaults {
  package mutating func applyDefaults() {
    spec.podManagementPolicy.setIfEmpty("OrderedReady")
    if spec.updateStrategy.type.isEmpty {
      spec.updateStrategy.type = "RollingUpdate"
      spec.updateStrategy.rollingUpdate.setIfAbsent(RollingUpdateStatefulSetStrategy())
    }
    if spec.updateStrategy.type == "RollingUpdate" {
      spec.updateStrategy.rollingUpdate?.partition.setIfAbsent(0)
    }
    spec.persistentVolumeClaimRetentionPolicy.setIfAbsent(
      StatefulSetPersistentVolumeClaimRetentionPolicy())
    spec.persistentVolumeClaimRetentionPolicy?.whenDeleted.setIfEmpty("Retain")
    spec.persistentVolumeClaimRetentionPolicy?.whenScaled.setIfEmpty("Retain")
    spec.replicas.setIfAbsent(1)
    spec.revisionHistoryLimit.setIfAbsent(10)
    spec.template.applyDefaults()
    for index in spec.volumeClaimTemplates.indices {
      spec.volumeClaimTemplates[index].applyDefaults()
    }
  }
}

extension DaemonSet: HasDefaults {
  package mutating func applyDefaults() {
    spec.updateStrategy.type.setIfEmpty("RollingUpdate")
    if spec.updateStrategy.type == "RollingUpdate" {
      spec.updateStrategy.rollingUpdate.setIfAbsent(RollingUpdateDaemonSet())
      spec.updateStrategy.rollingUpdate?.maxUnavailable.setIfAbsent(.int(1))
      spec.updateStrategy.rollingUpdate?.maxSurge.setIfAbsent(.int(0))
    }
    spec.revisionHistoryLimit.setIfAbsent(10)
    spec.template.applyDefaults()
  }
}

extension ReplicationController: HasDefaults {
  package mutating func applyDefaults() {
    if let labels = spec.template?.metadata.labels, !labels.isEmpty {
      if spec.selector.isEmpty { spec.selector = labels }
      if metadata.labels.isEmpty { metadata.labels = labels }
    }
    spec.replicas.setIfAbsent(1)
    spec.template?.applyDefaults()
  }
}
