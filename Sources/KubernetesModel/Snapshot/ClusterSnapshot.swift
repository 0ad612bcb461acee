package import Findings
package import YAML

/// All objects of a dump, typed, each kind sorted by namespace and name.
package struct ClusterSnapshot: Sendable {
  package internal(set) var configMaps: [ConfigMap] = []
  package internal(set) var cronJobs: [CronJob] = []
  package internal(set) var csiDrivers: [CSIDriver] = []
  package internal(set) var csiNodes: [CSINode] = []
  package internal(set) var csiStorageCapacities: [CSIStorageCapacity] = []
  package internal(set) var daemonSets: [DaemonSet] = []
  package internal(set) var deployments: [Deployment] = []
  package internal(set) var deviceClasses: [DeviceClass] = []
  package internal(set) var endpoints: [Endpoints] = []
  package internal(set) var endpointSlices: [EndpointSlice] = []
  package internal(set) var events: [Event] = []
  package internal(set) var horizontalPodAutoscalers: [HorizontalPodAutoscaler] = []
  package internal(set) var jobs: [Job] = []
  package internal(set) var leases: [Lease] = []
  package internal(set) var limitRanges: [LimitRange] = []
  package internal(set) var mutatingWebhookConfigurations: [MutatingWebhookConfiguration] = []
  package internal(set) var namespaces: [Namespace] = []
  package internal(set) var networkPolicies: [NetworkPolicy] = []
  package internal(set) var nodes: [Node] = []
  package internal(set) var persistentVolumeClaims: [PersistentVolumeClaim] = []
  package internal(set) var persistentVolumes: [PersistentVolume] = []
  package internal(set) var podDisruptionBudgets: [PodDisruptionBudget] = []
  package internal(set) var podTemplates: [PodTemplate] = []
  package internal(set) var pods: [Pod] = []
  package internal(set) var priorityClasses: [PriorityClass] = []
  package internal(set) var replicaSets: [ReplicaSet] = []
  package internal(set) var replicationControllers: [ReplicationController] = []
  package internal(set) var resourceClaimTemplates: [ResourceClaimTemplate] = []
  package internal(set) var resourceClaims: [ResourceClaim] = []
  package internal(set) var resourceQuotas: [ResourceQuota] = []
  package internal(set) var resourceSlices: [ResourceSlice] = []
  package internal(set) var runtimeClasses: [RuntimeClass] = []
  package internal(set) var secrets: [Secret] = []
  package internal(set) var serviceAccounts: [ServiceAccount] = []
  package internal(set) var services: [Service] = []
  package internal(set) var statefulSets: [StatefulSet] = []
  package internal(set) var storageClasses: [StorageClass] = []
  package internal(set) var validatingWebhookConfigurations: [ValidatingWebhookConfiguration] = []
  package internal(set) var volumeAttachments: [VolumeAttachment] = []

  /// The documents of kinds without a struct, sorted by kind, namespace and name.
  package internal(set) var others: [YAMLNode] = []
  /// What in the dump could not be read as meant, sorted by place.
  package internal(set) var problems: [LoadProblem] = []
  /// The newest time that any object bears: when the dump was taken, as far as it tells.
  package internal(set) var newestTimestamp: Timestamp?
  /// How many objects there are, of all kinds.
  package internal(set) var objectCount = 0

  var seen = Completeness()
  var index = SnapshotIndex()

  /// A snapshot of nothing.
  package init() {}

  /// Whether the dump held this kind at all, if only as an empty list.
  package func holds(kind: String) -> Bool { seen.kinds.contains(kind) }

  /// Whether the dump holds an object of this kind or would if there were any.
  package func mentions(kind: String) -> Bool {
    holds(kind: kind) || seen.kindsOfTexts.contains(kind)
  }

  /// The kinds that the dump held, sorted.
  package var kindsSeen: [String] { seen.kinds.sorted() }

  /// The namespaces that the dump speaks of, sorted.
  package var namespacesSeen: [String] { seen.namespaces.sorted() }
}

/// What a dump held, as opposed to what there is in it.
struct Completeness: Sendable {
  var kinds: Set<String> = []
  /// The kinds that texts tell of: a description of one object says nothing of the others.
  var kindsOfTexts: Set<String> = []
  var namespaces: Set<String> = []
}
