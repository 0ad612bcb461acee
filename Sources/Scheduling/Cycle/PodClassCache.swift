/// Keeps what is known about the classes of pods that came last.
struct PodClassCache {
  private static let limit = 32
  private var classes: [PodClassKey: PodClass] = [:]
  private var order: [PodClassKey] = []
  private let sharing: Simulation.Sharing

  init(_ sharing: Simulation.Sharing) { self.sharing = sharing }

  mutating func podClass(
    of pod: PodInfo, profile: Profile, in cluster: ClusterState
  ) -> PodClass {
    guard sharing == .identicalPods, cluster.nominatedPods.isEmpty,
      let key = PodClassKey(pod, in: cluster)
    else {
      return PodClass(pod, profile: profile, in: cluster)
    }
    if let known = classes[key] {
      known.catchUp(with: cluster)
      return known
    }
    let made = PodClass(pod, profile: profile, in: cluster)
    if order.count == Self.limit { classes[order.removeFirst()] = nil }
    classes[key] = made
    order.append(key)
    return made
  }
}
