/// Keeps what is known about the classes of pods that came last.
struct PodClassCache {
  private static let limit = 32
  private var classes: [PodClass] = []
  private var places: [PodClassKey: Int] = [:]
  /// The keys by place.
  private var keys: [PodClassKey] = []
  private var nextVictim = 0
  private let sharing: Simulation.Sharing

  init(_ sharing: Simulation.Sharing) { self.sharing = sharing }

  /// Hands the class of `pod`, up to date, to `body`, and keeps it for the next pod of its kind.
  mutating func withPodClass(
    of pod: PodInfo, profile: Profile, in cluster: inout ClusterState,
    _ body: (inout PodClass, inout ClusterState) -> PodOutcome
  ) -> PodOutcome {
    guard sharing == .identicalPods, cluster.nominatedPods.isEmpty,
      let key = PodClassKey(pod, in: cluster)
    else {
      var alone = PodClass(pod, profile: profile, in: cluster)
      return body(&alone, &cluster)
    }
    if let place = places[key] {
      classes[place].catchUp(with: cluster)
      return body(&classes[place], &cluster)
    }
    let place = makePlace(for: key, holding: PodClass(pod, profile: profile, in: cluster))
    return body(&classes[place], &cluster)
  }

  private mutating func makePlace(for key: PodClassKey, holding made: PodClass) -> Int {
    guard classes.count == Self.limit else {
      places[key] = classes.count
      keys.append(key)
      classes.append(made)
      return classes.count - 1
    }
    let place = nextVictim
    nextVictim = (place + 1) % Self.limit
    places[keys[place]] = nil
    places[key] = place
    keys[place] = key
    classes[place] = made
    return place
  }

  /// Forgets everything, after a change that the cluster's journal does not tell of.
  mutating func removeAll() { self = PodClassCache(sharing) }
}
