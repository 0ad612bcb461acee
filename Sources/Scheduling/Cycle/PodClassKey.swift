import KubernetesModel

/// What two pods must have in common to be judged alike.
struct PodClassKey: Hashable {
  private let schedulerName: String
  private let namespace: Symbol
  private let labels: LabelSet
  private let demand: PodDemand
  private let hostPorts: [HostPort]
  private let images: [String]
  private let priority: Int32
  private let policy: String
  private let nodeSelector: [String: String]
  private let affinity: Affinity?
  private let tolerations: [Toleration]
  private let spread: [TopologySpreadConstraint]
  private let owner: OwnerReference?
  private let hostNetwork: Bool
  private let hostUsers: Bool?
  private let restartRules: [[ContainerRestartRule]]

  /// Nil for a pod whose volumes or claims make it one of a kind.
  init?(_ info: PodInfo, in cluster: ClusterState) {
    let pod = info.pod
    guard pod.status.nominatedNodeName.isEmpty, pod.spec.resourceClaims.isEmpty,
      pod.spec.volumes.allSatisfy(\.isIrrelevantToScheduling),
      cluster.snapshot.deviceClasses.isEmpty || info.requests.scalars.isEmpty
    else { return nil }
    schedulerName = pod.spec.schedulerName
    namespace = info.namespace
    labels = info.labels
    demand = info.demand
    hostPorts = info.hostPorts
    let containers = pod.spec.initContainers + pod.spec.containers
    images = containers.map(\.image)
    restartRules = containers.map(\.restartPolicyRules)
    priority = info.priority
    policy = pod.spec.preemptionPolicy ?? ""
    nodeSelector = pod.spec.nodeSelector
    affinity = pod.spec.affinity
    tolerations = pod.spec.tolerations
    spread = pod.spec.topologySpreadConstraints
    owner = pod.metadata.ownerReferences.first { $0.controller == true }
    hostNetwork = pod.spec.hostNetwork
    hostUsers = pod.spec.hostUsers
  }
}

extension Volume {
  /// Whether no plugin looks at it: it is neither a claim nor a disk nor a driver's.
  fileprivate var isIrrelevantToScheduling: Bool {
    configMap != nil || secret != nil || emptyDir != nil || projected != nil
      || downwardAPI != nil || hostPath != nil
  }
}
