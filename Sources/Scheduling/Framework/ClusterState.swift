package import KubernetesModel

/// The cluster as the scheduler knows it at one moment.
///
/// A value: a copy is a what-if, and copies share what they do not change.
package struct ClusterState: Sendable {
  /// Names for strings; interned while pods and nodes are read, only looked up by plugins.
  package internal(set) var symbols: SymbolTable
  package internal(set) var nodes: NodeTable
  /// The objects that do not change while pods are placed.
  package let snapshot: ClusterSnapshot
  package let namespaceLabels: [Symbol: LabelSet]
  /// Pods on nodes that have any pod (anti-)affinity.
  package private(set) var podsWithAffinity: [PlacedPod] = []
  /// Pods on nodes that have required pod anti-affinity.
  package private(set) var podsWithRequiredAntiAffinity: [PlacedPod] = []
  private(set) var podIndex: PodIndex
  /// Which pods of the snapshot have no node yet.
  let waiting: [Int]
  /// Every change since the beginning, for those who keep verdicts.
  package private(set) var journal: [Change] = []
  /// Pods that wait for room on a node that preemption promised them.
  package internal(set) var nominatedPods: [PlacedPod] = []
  var topologies: [Symbol: Topology] = [:]
  /// Claims, volumes and their assumed bindings.
  package var volumes: VolumeState
  /// Resource claims and their assumed allocations.
  package var devices: DeviceState

  /// Nodes and the pods that run or are bound; pods that have ended and pods on unknown nodes
  /// do not count.
  package init(_ snapshot: ClusterSnapshot) {
    self.snapshot = snapshot
    var symbols = SymbolTable()
    nodes = NodeTable(snapshot.nodes, symbols: &symbols)
    var labels: [Symbol: LabelSet] = [:]
    for namespace in snapshot.namespaces {
      labels[symbols.intern(namespace.metadata.name)] =
        LabelSet(namespace.metadata.labels, in: &symbols)
    }
    namespaceLabels = labels
    volumes = VolumeState(snapshot)
    devices = DeviceState(snapshot)
    let reading = PodReading(of: snapshot.pods, on: nodes, symbols: &symbols)
    self.symbols = symbols
    waiting = reading.waiting
    podIndex = PodIndex(of: reading.placed)
    nodes.reserve(for: reading.placed)
    for placed in reading.placed.joined() { count(placed) }
  }

  /// What the scheduler needs to know about `pod`, with its strings numbered for this cluster.
  package mutating func podInfo(of pod: Pod) -> PodInfo {
    register(pod.spec.topologyKeys)
    return PodInfo(pod, symbols: &symbols)
  }

  /// How `key` divides the nodes; ready beforehand for the keys that pending pods use.
  package func topology(of key: Symbol) -> Topology {
    topologies[key] ?? Topology(key, of: nodes)
  }

  /// Prepares for label keys that plugins will ask about.
  mutating func register(_ keys: Set<String>) {
    for key in keys.sorted() {
      let symbol = symbols.intern(key)
      if topologies[symbol] == nil { topologies[symbol] = Topology(symbol, of: nodes) }
    }
  }

  /// Puts another object in the place of the node of the same name; false when there is none.
  mutating func replace(_ node: Node) -> Bool {
    guard nodes.replace(node, symbols: &symbols) else { return false }
    for key in Array(topologies.keys) { topologies[key] = Topology(key, of: nodes) }
    return true
  }

  /// Notes which of the pending pods wait for room on a node that they were promised.
  mutating func nominate(_ pods: [PodInfo]) {
    nominatedPods = pods.compactMap { pod in
      nodes.id(of: pod.pod.status.nominatedNodeName).map { PlacedPod(pod: pod, node: $0) }
    }
  }

  /// The labels of a namespace; none when the cluster does not list it.
  package func labels(ofNamespace namespace: Symbol) -> LabelSet {
    namespaceLabels[namespace] ?? LabelSet()
  }

  package mutating func add(_ pod: PodInfo, to node: NodeID) {
    let placed = PlacedPod(pod: pod, node: node)
    count(placed)
    nominatedPods.removeAll { $0.pod == pod }
    podIndex.add(placed)
    journal.append(Change(pod: pod, node: node, kind: .added))
  }

  /// Counts what a pod takes, and what it asks of others.
  private mutating func count(_ placed: PlacedPod) {
    let (pod, node) = (placed.pod, placed.node)
    nodes.add(pod, to: node)
    volumes.podAdded(pod, at: node.index, of: nodes.name(of: node))
    if pod.hasAffinity { podsWithAffinity.append(placed) }
    if !pod.requiredAntiAffinity.isEmpty { podsWithRequiredAntiAffinity.append(placed) }
  }

  package mutating func remove(_ pod: PodInfo, from node: NodeID) {
    guard nodes.remove(pod, from: node) else { return }
    volumes.podRemoved(pod, at: node.index, of: nodes.name(of: node))
    podIndex.remove(pod)
    if pod.hasAffinity { podsWithAffinity.removeAll { $0.pod == pod } }
    if !pod.requiredAntiAffinity.isEmpty {
      podsWithRequiredAntiAffinity.removeAll { $0.pod == pod }
    }
    journal.append(Change(pod: pod, node: node, kind: .removed))
  }
}

/// A pod and the node it is on.
package struct PlacedPod: Sendable {
  package var pod: PodInfo
  package var node: NodeID
}

/// One pod that came to or left a node.
package struct Change: Sendable {
  /// What changed on the node.
  package enum Kind: Sendable { case added, removed }

  package var pod: PodInfo
  package var node: NodeID
  package var kind: Kind
}

extension PodSpec {
  /// The label keys by which its affinity terms and spread constraints divide the nodes.
  fileprivate var topologyKeys: Set<String> {
    var keys = Set(topologySpreadConstraints.map(\.topologyKey))
    for terms in [
      affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution,
      affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution,
    ] {
      keys.formUnion((terms ?? []).map(\.topologyKey))
    }
    for terms in [
      affinity?.podAffinity?.preferredDuringSchedulingIgnoredDuringExecution,
      affinity?.podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution,
    ] {
      keys.formUnion((terms ?? []).map(\.podAffinityTerm.topologyKey))
    }
    return keys
  }
}
