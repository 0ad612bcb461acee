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
    var pods: [PodInfo] = []
    for pod in cluster.snapshot.pods where pod.spec.nodeName.isEmpty && !pod.isTerminal {
      pods.append(cluster.podInfo(of: pod))
    }
    for configuration in configurations { cluster.register(configuration.arguments.topologyKeys) }
    return pods.sorted(by: PrioritySort.precedes)
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
    let queue = queue()
    cluster.nominate(queue)
    outcomes.reserveCapacity(queue.count)
    for pod in queue {
      visit(self, pod)
      outcomes.append(place(pod, detail: detail))
    }
    return SimulationReport(pods: outcomes, cluster: cluster, notSimulated: notSimulated)
  }

  private mutating func place(_ pod: PodInfo, detail: Detail) -> PodOutcome {
    guard order == .independent else { return schedule(pod, detail: detail) }
    var trial = self
    trial.classes = PodClassCache(.none)
    return trial.schedule(pod, detail: detail)
  }

  /// The profile that the pod's scheduler name chooses.
  func profile(of pod: PodInfo) -> Profile? { profiles[pod.pod.spec.schedulerName] }

  /// Decides about one pod, and places it when it fits.
  package mutating func schedule(_ pod: PodInfo, detail: Detail) -> PodOutcome {
    guard let profile = profiles[pod.pod.spec.schedulerName] else {
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
    let podClass = classes.podClass(of: pod, profile: profile, in: cluster)
    let cycle = SchedulingCycle(of: pod, in: podClass, detail: detail)
    return cycle.run(in: &cluster)
  }
}
