import Basics
import KubernetesModel
import Provenance

/// Looks for the smallest changes that let a pod fit, and simulates each before it is told.
struct CounterfactualSearch: Sendable {
  /// How many changes, and how many pairs, are simulated and told at the most.
  private static let (triedLimit, toldLimit, modelLimit) = (40, 8, 6)

  private let pod: PodInfo
  private let explanation: PlacementExplanation
  private let profile: Profile
  private let cluster: ClusterState

  init(for explanation: PlacementExplanation, profile: Profile, in cluster: ClusterState) {
    pod = explanation.pod
    self.explanation = explanation
    self.profile = profile
    self.cluster = cluster
  }

  func counterfactuals() -> [Counterfactual] {
    let candidates = candidates()
    var found = verified(candidates.filter { $0.count == 1 })
    if found.isEmpty { found = verified(candidates.filter { $0.count == 2 }) }
    found.sort(by: Self.precedes)
    return found.prefix(Self.toldLimit) + additionalNodes
  }

  /// For each node, the sets of changes of which each would let it fit by what was said of it.
  private func candidates() -> [[HypotheticalChange]] {
    var sets: [[HypotheticalChange]: Int] = [:]
    let shared = explanation.podRefusals.flatMap(\.details)
    let perNode = explanation.nodes.concurrentMap(chunkSize: 128) { verdict in
      changes(
        dissolving: shared + verdict.refusals.flatMap(\.details),
        on: ObjectReference(kind: "Node", name: verdict.name))
    }
    for set in perNode.joined() { sets[set, default: 0] += 1 }
    return merged(sets)
  }

  /// Each way of choosing one change per detail, as far as one or two changes are enough.
  private func changes(
    dissolving details: [RefusalDetail], on node: ObjectReference
  ) -> [[HypotheticalChange]] {
    var sets: Set<Set<HypotheticalChange>> = [[]]
    for detail in details {
      let choices = detail.changes(for: pod.pod, on: node)
      var next: Set<Set<HypotheticalChange>> = []
      for set in sets {
        for choice in choices {
          let larger = set.union([choice])
          if larger.count <= 2 { next.insert(larger) }
        }
      }
      sets = next
      if sets.isEmpty { return [] }
    }
    return sets.filter { !$0.isEmpty }.map { $0.sorted { $0.order < $1.order } }
  }

  /// Of requests for one resource that differ in the amount only, the largest is enough; those that
  /// promise most nodes come first.
  private func merged(_ sets: [[HypotheticalChange]: Int]) -> [[HypotheticalChange]] {
    var best: [[HypotheticalChange]: (set: [HypotheticalChange], nodes: Int)] = [:]
    for (set, nodes) in sets {
      let key = set.map(\.withoutAmount)
      let known = best[key]
      let isLarger = known.map {
        Self.amounts(in: $0.set).lexicographicallyPrecedes(Self.amounts(in: set))
      }
      best[key] = (isLarger ?? true ? set : known?.set ?? set, nodes + (known?.nodes ?? 0))
    }
    return best.values.sorted {
      if $0.nodes != $1.nodes { return $0.nodes > $1.nodes }
      return $0.set.map(\.order).lexicographicallyPrecedes($1.set.map(\.order))
    }.map(\.set)
  }

  private static func amounts(in set: [HypotheticalChange]) -> [Int64] {
    set.compactMap { if case .request(let amount) = $0 { amount.value } else { nil } }
  }

  private func verified(_ candidates: [[HypotheticalChange]]) -> [Counterfactual] {
    candidates.prefix(Self.triedLimit).concurrentMap { counterfactual($0) }.compactMap(\.self)
  }

  /// Simulates the changes; nil when the pod still fits nowhere.
  private func counterfactual(_ changes: [HypotheticalChange]) -> Counterfactual? {
    var (changed, trial) = (pod.pod, cluster)
    for change in changes { change.apply(to: &changed, &trial) }
    let unlocks = feasibleNodes(for: changed, in: &trial)
    guard !unlocks.isEmpty else { return nil }
    return Counterfactual(
      changes: changes, unlocks: unlocks, evidence: changes.compactMap { $0.evidence(for: pod) })
  }

  private func feasibleNodes(for pod: Pod, in trial: inout ClusterState) -> [String] {
    let info = trial.podInfo(of: pod)
    let stage = FilterStage(for: info, profile: profile, in: trial)
    guard stage.outcome.refusal == nil, stage.failure == nil else { return [] }
    return stage.feasible.map(trial.nodes.name(of:))
  }

  /// One more node of the smallest kind on which the pod would fit.
  private var additionalNodes: [Counterfactual] {
    guard explanation.podRefusals.isEmpty else { return [] }
    var seen: Set<NodeShape> = []
    let (nodes, hostname) = (cluster.nodes, cluster.symbols.find("kubernetes.io/hostname"))
    let models = nodes.ids
      .filter { seen.insert(NodeShape($0, in: nodes, hostname: hostname)).inserted }
      .sorted { cluster.size(of: $0) < cluster.size(of: $1) }
    for model in models.prefix(Self.modelLimit) {
      let change = HypotheticalChange.nodesAdded(1, like: cluster.nodes.reference(of: model))
      if let found = counterfactual([change]) { return [found] }
    }
    return []
  }

  private static func precedes(_ one: Counterfactual, _ other: Counterfactual) -> Bool {
    let (first, second) = (one.changes.map(\.rank), other.changes.map(\.rank))
    if first != second { return first.lexicographicallyPrecedes(second) }
    if one.unlocks.count != other.unlocks.count { return one.unlocks.count > other.unlocks.count }
    return one.changes.map(\.order).lexicographicallyPrecedes(other.changes.map(\.order))
  }
}

/// What makes two nodes the same kind of node.
private struct NodeShape: Hashable {
  private let labels: [LabelSet.Label]
  private let taints: [String]
  private let allocatable: [Int64]
  private let scalars: ScalarResources

  init(_ node: NodeID, in nodes: NodeTable, hostname: Symbol) {
    let index = node.index
    labels = nodes.labels[index].pairs.filter { $0.key != hostname }
    taints = nodes.taints[index].filter { !$0.tellsOfTrouble }.map(\.description)
    allocatable = [
      nodes.allocatableMilliCPU[index], nodes.allocatableMemory[index], nodes.allowedPods[index],
    ]
    scalars = nodes.allocatableScalars[index]
  }
}

extension ClusterState {
  /// By which nodes are compared when a small one is looked for.
  fileprivate func size(of node: NodeID) -> (Int64, Int64, String) {
    (
      nodes.allocatableMilliCPU[node.index], nodes.allocatableMemory[node.index],
      nodes.name(of: node)
    )
  }
}

extension HypotheticalChange {
  /// A text by which changes are put in a stable order, natural ones first.
  fileprivate var order: String {
    (rank < 10 ? "0" : "") + "\(rank) \(description)"
  }

  /// The change with requests reduced to their resource.
  fileprivate var withoutAmount: HypotheticalChange {
    guard case .request(let amount) = self else { return self }
    return .request(ResourceAmount(0, of: amount.resource))
  }
}
