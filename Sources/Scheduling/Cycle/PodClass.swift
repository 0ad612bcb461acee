import KubernetesModel

/// What identical pods share: what the plugins said about each node, kept up to date.
final class PodClass {
  let profile: Profile
  private let pod: PodInfo
  private(set) var filter: FilterStage
  /// Absent until some node fits.
  private(set) var score: ScoreStage?
  /// How much of the cluster's journal has been taken in.
  private var seen: Int

  init(_ pod: PodInfo, profile: Profile, in cluster: ClusterState) {
    self.pod = pod
    self.profile = profile
    seen = cluster.journal.count
    filter = FilterStage(for: pod, profile: profile, in: cluster)
    prepareScore(in: cluster)
  }

  private func prepareScore(in cluster: ClusterState) {
    guard filter.outcome.refusal == nil, filter.failure == nil, !filter.feasible.isEmpty else {
      score = nil
      return
    }
    score = ScoreStage(
      for: pod, profile: profile, filters: filter.filters, on: filter.feasible, in: cluster)
  }

  /// Takes in what has changed since it was last used.
  func catchUp(with cluster: ClusterState) {
    let changes = cluster.journal[seen...]
    guard !changes.isEmpty else { return }
    seen = cluster.journal.count
    guard filter.outcome.refusal == nil, filter.observe(changes, in: cluster) else {
      filter = FilterStage(for: pod, profile: profile, in: cluster)
      prepareScore(in: cluster)
      return
    }
    let dirty = Set(changes.map(\.node.index)).sorted()
    let hasMoved = filter.refresh(dirty, in: cluster)
    guard score?.observe(changes, in: cluster) == true, !filter.feasible.isEmpty else {
      prepareScore(in: cluster)
      return
    }
    score?.scoreAgain(dirty, on: filter.feasible, hasMoved: hasMoved, in: cluster)
  }
}

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
    images = (pod.spec.initContainers + pod.spec.containers).map(\.image)
    priority = info.priority
    policy = pod.spec.preemptionPolicy ?? ""
    nodeSelector = pod.spec.nodeSelector
    affinity = pod.spec.affinity
    tolerations = pod.spec.tolerations
    spread = pod.spec.topologySpreadConstraints
    owner = pod.metadata.ownerReferences.first { $0.controller == true }
    hostNetwork = pod.spec.hostNetwork
  }
}

extension Volume {
  /// Whether no plugin looks at it: it is neither a claim nor a disk nor a driver's.
  fileprivate var isIrrelevantToScheduling: Bool {
    configMap != nil || secret != nil || emptyDir != nil || projected != nil
      || downwardAPI != nil || hostPath != nil
  }
}
