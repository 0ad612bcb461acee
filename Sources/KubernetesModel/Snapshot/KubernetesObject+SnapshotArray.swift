extension ConfigMap {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.configMaps }
}

extension CronJob {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.cronJobs }
}

extension CSIDriver {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.csiDrivers }
}

extension CSINode {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.csiNodes }
}

extension CSIStorageCapacity {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> {
    \.csiStorageCapacities
  }
}

extension DaemonSet {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.daemonSets }
}

extension Deployment {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.deployments }
}

extension DeviceClass {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.deviceClasses }
}

extension Endpoints {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.endpoints }
}

extension EndpointSlice {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.endpointSlices }
}

extension Event {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.events }
}

extension HorizontalPodAutoscaler {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> {
    \.horizontalPodAutoscalers
  }
}

extension Job {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.jobs }
}

extension Lease {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.leases }
}

extension LimitRange {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.limitRanges }
}

extension MutatingWebhookConfiguration {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> {
    \.mutatingWebhookConfigurations
  }
}

extension Namespace {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.namespaces }
}

extension NetworkPolicy {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.networkPolicies }
}

extension Node {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.nodes }
}

extension PersistentVolume {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.persistentVolumes }
}

extension PersistentVolumeClaim {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> {
    \.persistentVolumeClaims
  }
}

extension Pod {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.pods }
}

extension PodDisruptionBudget {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> {
    \.podDisruptionBudgets
  }
}

extension PodTemplate {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.podTemplates }
}

extension PriorityClass {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.priorityClasses }
}

extension ReplicaSet {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.replicaSets }
}

extension ReplicationController {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> {
    \.replicationControllers
  }
}

extension ResourceClaim {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.resourceClaims }
}

extension ResourceClaimTemplate {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> {
    \.resourceClaimTemplates
  }
}

extension ResourceQuota {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.resourceQuotas }
}

extension ResourceSlice {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.resourceSlices }
}

extension RuntimeClass {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.runtimeClasses }
}

extension Secret {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.secrets }
}

extension Service {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.services }
}

extension ServiceAccount {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.serviceAccounts }
}

extension StatefulSet {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.statefulSets }
}

extension StorageClass {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.storageClasses }
}

extension ValidatingWebhookConfiguration {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> {
    \.validatingWebhookConfigurations
  }
}

extension VolumeAttachment {
  package static var snapshotArray: WritableKeyPath<ClusterSnapshot, [Self]> { \.volumeAttachments }
}
