import KubernetesModel
import Scheduling
import Testing

@Suite("Identical pods share their verdicts")
struct SharingTests {
  /// What one workload of a random cluster asks for.
  enum Flavor: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case plain, hardSpread, softSpread, antiAffinity, affinity, preferredAntiAffinity, tooBig

    var testDescription: String { rawValue }
  }

  @Test("and decide as when each is judged from scratch", arguments: Flavor.allCases)
  func decisions(_ flavor: Flavor) {
    var random = RandomCluster(seed: 7)
    let snapshot = random.snapshot(flavors: [flavor, .plain])
    var shared = Simulation(of: snapshot)
    var alone = Simulation(of: snapshot, sharing: .none)
    for (one, other) in zip(shared.run().pods, alone.run().pods) {
      #expect(one.pod.key == other.pod.key)
      #expect(one.kind == other.kind, "\(one.pod.key)")
      #expect(one.node == other.node, "\(one.pod.key)")
      #expect(one.message == other.message)
      #expect(one.feasible == other.feasible, "\(one.pod.key)")
      #expect(one.totals == other.totals, "\(one.pod.key)")
    }
  }

  @Test("also when workloads of all kinds take turns")
  func mixture() {
    var random = RandomCluster(seed: 11)
    let snapshot = random.snapshot(flavors: Flavor.allCases)
    var shared = Simulation(of: snapshot)
    var alone = Simulation(of: snapshot, sharing: .none)
    let (one, other) = (shared.run(), alone.run())
    #expect(one.pods.map(\.node) == other.pods.map(\.node))
    #expect(one.pods.map(\.totals) == other.pods.map(\.totals))
    #expect(one.pods.map(\.message) == other.pods.map(\.message))
  }
}

/// Makes clusters of forty nodes in three zones with running pods and a few workloads that wait.
private struct RandomCluster {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func snapshot(flavors: [SharingTests.Flavor]) -> ClusterSnapshot {
    var builder = ClusterSnapshot.Builder()
    for index in 0..<40 { builder.add(node(index)) }
    for index in 0..<120 {
      var pod = pod("run-\(index)", app: "app-\(next(4))", milliCPU: 100 + next(5) * 200)
      pod.spec.nodeName = "node-\(next(40))"
      pod.status.phase = "Running"
      builder.add(pod)
    }
    for index in 0..<60 {
      let flavor = flavors[index % flavors.count]
      var pod = pod("new-\(100 + index)", app: "\(flavor)", milliCPU: 250)
      pod.apply(flavor)
      builder.add(pod)
    }
    return builder.build()
  }

  private mutating func node(_ index: Int) -> Node {
    var node = Node()
    node.metadata.name = "node-\(index)"
    node.metadata.labels = [
      "kubernetes.io/hostname": "node-\(index)",
      "topology.kubernetes.io/zone": ["a", "b", "c"][index % 3],
    ]
    if next(10) == 0 {
      var taint = Taint()
      (taint.key, taint.effect) = ("dedicated", next(2) == 0 ? "NoSchedule" : "PreferNoSchedule")
      node.spec.taints = [taint]
    }
    node.status.allocatable = [
      "cpu": Quantity(milli: Int64(1000 + next(3) * 1000)), "pods": Quantity(Int64(4 + next(8))),
      "memory": Quantity(8 << 30),
    ]
    return node
  }

  private func pod(_ name: String, app: String, milliCPU: Int) -> Pod {
    var pod = Pod()
    (pod.metadata.name, pod.metadata.namespace, pod.metadata.uid) = (name, "default", name)
    pod.metadata.labels = ["app": app]
    pod.spec.schedulerName = "default-scheduler"
    var container = Container()
    container.resources.requests = ["cpu": Quantity(milli: Int64(milliCPU))]
    pod.spec.containers = [container]
    return pod
  }
}

extension Pod {
  fileprivate mutating func apply(_ flavor: SharingTests.Flavor) {
    var affinity = Affinity()
    switch flavor {
    case .plain: return
    case .tooBig: spec.containers[0].resources.requests["cpu"] = Quantity(64)
    case .hardSpread: spec.topologySpreadConstraints = [constraint("DoNotSchedule")]
    case .softSpread: spec.topologySpreadConstraints = [constraint("ScheduleAnyway")]
    case .affinity:
      affinity.podAffinity = PodAffinity()
      affinity.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution = [
        term("topology.kubernetes.io/zone")
      ]
    case .antiAffinity:
      affinity.podAntiAffinity = PodAntiAffinity()
      affinity.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution = [
        term("kubernetes.io/hostname")
      ]
    case .preferredAntiAffinity:
      var preferred = WeightedPodAffinityTerm()
      (preferred.weight, preferred.podAffinityTerm) = (50, term("topology.kubernetes.io/zone"))
      affinity.podAntiAffinity = PodAntiAffinity()
      affinity.podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution = [preferred]
    }
    spec.affinity = affinity
  }

  private var ownSelector: LabelSelector {
    var selector = LabelSelector()
    selector.matchLabels = metadata.labels
    return selector
  }

  private func term(_ key: String) -> PodAffinityTerm {
    var term = PodAffinityTerm()
    (term.topologyKey, term.labelSelector) = (key, ownSelector)
    return term
  }

  private func constraint(_ action: String) -> TopologySpreadConstraint {
    var constraint = TopologySpreadConstraint()
    constraint.topologyKey = "topology.kubernetes.io/zone"
    (constraint.maxSkew, constraint.whenUnsatisfiable) = (1, action)
    constraint.labelSelector = ownSelector
    return constraint
  }
}
