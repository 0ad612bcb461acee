package import KubernetesModel

/// kube-scheduler over one dump: places the pending pods one after another.
package struct Simulation {
  /// How much is kept about each pod.
  package enum Detail: Sendable {
    /// Only what was decided, and why not where it was not.
    case decisions
    /// Also the nodes that fit and each plugin's scores.
    case everything
  }

  /// Whether pods compete for room with those before them.
  package enum Order: Sendable {
    /// Each pod is placed after those before it, as the scheduler does.
    case sequence
    /// Each pod is tried on the cluster as the dump has it.
    case independent
  }

  /// Whether identical pods share what the plugins said about each node.
  package enum Sharing: Sendable {
    case identicalPods
    /// Every pod is judged from scratch, as kube-scheduler does; slow, to hold the other against.
    case none
  }

  package private(set) var cluster: ClusterState
  package var order = Order.sequence
  private let profiles: [String: Profile]
  private let configurations: [ProfileConfiguration]
  private let notSimulated: [String]
  private var classes: PodClassCache

  package init(
    of snapshot: ClusterSnapshot, configuration: SchedulerConfiguration = SchedulerConfiguration(),
    sharing: Sharing = .identicalPods
  ) {
    classes = PodClassCache(sharing)
    cluster = ClusterState(snapshot)
    configurations = configuration.profiles
    notSimulated = configuration.notSimulated
    profiles = Dictionary(
      configuration.profiles.map { ($0.schedulerName, Profile($0)) }, uniquingKeysWith: { $1 })
  }

  /// The pods of the dump that have no node yet, in the order of the scheduling queue.
  package mutating func queue() -> [PodInfo] {
    let known = cluster.snapshot.pods
    var pods = cluster.waiting.map { cluster.podInfo(of: known[$0]) }
    for configuration in configurations { cluster.register(configuration.arguments.topologyKeys) }
    pods.sort(by: PrioritySort.precedes)
    cluster.nominate(pods.filter { profile(of: $0) != nil })
    return pods
  }

  /// Decides about all pending pods, each after those before it were placed.
  package mutating func run(detail: Detail = .everything) -> SimulationReport {
    run(detail: detail) { _, _ in }
  }

  /// Decides about all pending pods; `visit` sees the cluster as it is just before each decision.
  mutating func run(
    detail: Detail, before visit: (Simulation, PodInfo) -> Void
  ) -> SimulationReport {
    var outcomes: [PodOutcome] = []
    run(detail: detail, before: visit) { outcomes.append($0) }
    return SimulationReport(pods: outcomes, cluster: cluster, notSimulated: notSimulated)
  }

  /// Decides about all pending pods and hands on each outcome before the next pod, for reports
  /// that would not fit into memory.
  package mutating func run(detail: Detail, each: (PodOutcome) -> Void) {
    run(detail: detail, before: { _, _ in }, each: each)
  }

  private mutating func run(
    detail: Detail, before visit: (Simulation, PodInfo) -> Void, each: (PodOutcome) -> Void
  ) {
    for pod in queue() {
      visit(self, pod)
      each(place(pod, detail: detail))
    }
  }

  /// The most detail of which a report is still of a size that someone reads: scores of every
  /// node for every pod only up to some millions.
  package var affordableDetail: Detail {
    cluster.waiting.count &* cluster.nodes.count <= 2_000_000 ? .everything : .decisions
  }

  /// Decides about a pod; with independent pods it is as if the others were not there.
  private mutating func place(_ pod: PodInfo, detail: Detail) -> PodOutcome {
    guard order == .independent else { return schedule(pod, detail: detail) }
    var trial = self
    trial.classes = PodClassCache(.none)
    return trial.schedule(pod, detail: detail)
  }

  /// Decides about one pod, and places it when it fits.
  package mutating func schedule(_ pod: PodInfo, detail: Detail) -> PodOutcome {
    guard let profile = profile(of: pod) else {
      return PodOutcome(pod, .skipped)
    }
    if pod.isTerminating {
      return PodOutcome(pod, .skipped, message: "skip schedule deleting pod: \(pod.key)")
    }
    for plugin in profile.preEnqueue {
      if let rejection = plugin.gate(pod, in: cluster) {
        return PodOutcome(pod, .gated, message: rejection.message)
      }
    }
    if cluster.nodes.count == 0 {
      return PodOutcome(pod, .unschedulable, message: "no nodes available to schedule pods")
    }
    return classes.withPodClass(of: pod, profile: profile, in: &cluster) { podClass, cluster in
      let outcome = SchedulingCycle(of: pod, in: podClass, detail: detail).run(in: &cluster)
      if outcome.kind == .unschedulable && podClass.lastRefusal == nil {
        podClass.lastRefusal = outcome
      }
      return outcome
    }
  }

  /// Puts a pod where preemption made room for it, as happens once the victims have ended.
  package mutating func settle(_ pod: PodInfo, after preemption: PodOutcome.Preemption) {
    guard let node = preemption.nominatedNode else { return }
    for victim in preemption.victims { cluster.remove(victim, from: node) }
    cluster.add(pod, to: node)
  }

  /// The profile that decides about `pod`; nil when its scheduler is another one.
  func profile(of pod: PodInfo) -> Profile? {
    let name = pod.pod.spec.schedulerName
    return profiles[name.isEmpty ? "default-scheduler" : name]
  }

  /// Makes a pod known that is not part of the dump.
  mutating func enqueue(_ pod: Pod) -> PodInfo {
    for configuration in configurations { cluster.register(configuration.arguments.topologyKeys) }
    return cluster.podInfo(of: pod)
  }

  /// Changes the cluster in a way that its journal may not tell of.
  mutating func changeCluster<Result>(
    _ change: (inout ClusterState) -> Result
  ) -> Result {
    classes.removeAll()
    return change(&cluster)
  }
}
