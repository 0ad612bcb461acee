/// What identical pods share: what the plugins said about each node, kept up to date.
struct PodClass {
  let profile: Profile
  private let pod: PodInfo
  private(set) var filter: FilterStage
  /// Absent until some node fits.
  private(set) var score: ScoreStage?
  /// The last outcome of a pod that fits nowhere; good for the next one until something changes.
  var lastRefusal: PodOutcome?
  /// How much of the cluster's journal has been taken in.
  private var seen: Int

  init(_ pod: PodInfo, profile: Profile, in cluster: ClusterState) {
    self.pod = pod
    self.profile = profile
    seen = cluster.journal.count
    filter = FilterStage(for: pod, profile: profile, in: cluster)
    prepareScore(in: cluster)
  }

  private mutating func prepareScore(in cluster: ClusterState) {
    guard filter.outcome.refusal == nil, filter.failure == nil, !filter.feasible.isEmpty else {
      score = nil
      return
    }
    score = ScoreStage(
      for: pod, profile: profile, filters: filter.filters, on: filter.feasible, in: cluster)
  }

  /// Takes in what has changed since it was last used.
  mutating func catchUp(with cluster: ClusterState) {
    let changes = cluster.journal[seen...]
    guard !changes.isEmpty else { return }
    seen = cluster.journal.count
    lastRefusal = nil
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
