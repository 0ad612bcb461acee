import Basics
package import KubernetesModel

/// The position of a node in a ``NodeTable``.
package struct NodeID: Hashable, Sendable, Comparable {
  package let index: Int

  package init(index: Int) { self.index = index }

  package static func < (one: NodeID, other: NodeID) -> Bool { one.index < other.index }
}

/// All nodes of a cluster sorted by name, one column per property, with what their pods take.
package struct NodeTable: Sendable {
  package internal(set) var names: [String] = []
  package internal(set) var objects: [Node] = []
  package internal(set) var labels: [LabelSet] = []
  package internal(set) var taints: [[Taint]] = []
  package internal(set) var unschedulable: [Bool] = []
  /// Which nodes hold an image.
  private(set) var images = ImageIndex()

  package internal(set) var allocatableMilliCPU: [Int64] = []
  package internal(set) var allocatableMemory: [Int64] = []
  package internal(set) var allocatableEphemeralStorage: [Int64] = []
  package internal(set) var allowedPods: [Int64] = []
  package internal(set) var allocatableScalars: [ScalarResources] = []

  package internal(set) var requestedMilliCPU: [Int64] = []
  package internal(set) var requestedMemory: [Int64] = []
  package internal(set) var requestedEphemeralStorage: [Int64] = []
  package internal(set) var requestedScalars: [ScalarResources] = []
  package internal(set) var nonZeroMilliCPU: [Int64] = []
  package internal(set) var nonZeroMemory: [Int64] = []
  package internal(set) var usedPorts: [[HostPort]] = []
  /// The pods on each node, in the order in which they came.
  package internal(set) var pods: [[PodInfo]] = []

  private var indices: [String: Int] = [:]

  package init() {}

  package var count: Int { names.count }

  package var ids: [NodeID] { names.indices.map(NodeID.init(index:)) }

  /// The node called `name`, nil when there is none.
  package func id(of name: String) -> NodeID? { indices[name].map(NodeID.init(index:)) }

  package func name(of node: NodeID) -> String { names[node.index] }

  /// Adds a node without pods; a second one of the same name is left out.
  mutating func append(_ node: Node, symbols: inout some SymbolSource) {
    append(NodeRow(node, symbols: &symbols))
    images = ImageIndex()
  }

  private mutating func append(_ row: NodeRow) {
    guard indices[row.name] == nil else { return }
    indices[row.name] = names.count
    names.append(row.name)
    objects.append(row.object)
    labels.append(row.labels)
    taints.append(row.taints)
    unschedulable.append(row.isUnschedulable)
    appendResources(row.allocatable)
  }

  private mutating func appendResources(_ allocatable: Allocatable) {
    allocatableMilliCPU.append(allocatable.resources.milliCPU)
    allocatableMemory.append(allocatable.resources.memory)
    allocatableEphemeralStorage.append(allocatable.resources.ephemeralStorage)
    allowedPods.append(allocatable.pods)
    allocatableScalars.append(allocatable.resources.scalars)
    requestedMilliCPU.append(0)
    requestedMemory.append(0)
    requestedEphemeralStorage.append(0)
    requestedScalars.append(ScalarResources())
    nonZeroMilliCPU.append(0)
    nonZeroMemory.append(0)
    usedPorts.append([])
    pods.append([])
  }
}

extension NodeTable {
  /// How many nodes are worth handing to another processor.
  private static let chunk = 256

  /// The nodes of a cluster, read on all processors.
  init(_ nodes: [Node], symbols: inout SymbolTable) {
    let shared = SharedSymbols(symbols)
    let chunks = Array(stride(from: 0, to: nodes.count, by: Self.chunk)).concurrentMap { start in
      var reader = SymbolReader(shared)
      return (start..<min(start + Self.chunk, nodes.count)).map {
        NodeRow(nodes[$0], symbols: &reader)
      }
    }
    symbols = shared.table
    for row in chunks.joined() { append(row) }
  }

  /// Gives the node of this name other labels, taints and resources; its pods stay.
  mutating func replace(_ node: Node, symbols: inout some SymbolSource) -> Bool {
    guard let index = id(of: node.metadata.name)?.index else { return false }
    let row = NodeRow(node, symbols: &symbols)
    objects[index] = row.object
    labels[index] = row.labels
    taints[index] = row.taints
    unschedulable[index] = row.isUnschedulable
    allocatableMilliCPU[index] = row.allocatable.resources.milliCPU
    allocatableMemory[index] = row.allocatable.resources.memory
    allocatableEphemeralStorage[index] = row.allocatable.resources.ephemeralStorage
    allowedPods[index] = row.allocatable.pods
    allocatableScalars[index] = row.allocatable.resources.scalars
    images = ImageIndex()
    return true
  }

  /// Makes room for pods that are about to be added.
  mutating func reserve(for placed: [[PlacedPod]]) {
    var counts = [Int](repeating: 0, count: count)
    for chunk in placed {
      for pod in chunk { counts[pod.node.index] += 1 }
    }
    for index in pods.indices { pods[index].reserveCapacity(pods[index].count + counts[index]) }
  }

  mutating func add(_ pod: PodInfo, to node: NodeID) {
    pods[node.index].append(pod)
    count(pod, on: node.index, sign: 1)
    if !pod.hostPorts.isEmpty { usedPorts[node.index] += pod.hostPorts }
  }

  /// Takes `pod` off `node`; false when it is not there.
  mutating func remove(_ pod: PodInfo, from node: NodeID) -> Bool {
    guard let place = pods[node.index].firstIndex(where: { $0 == pod }) else { return false }
    pods[node.index].remove(at: place)
    count(pod, on: node.index, sign: -1)
    if !pod.hostPorts.isEmpty {
      usedPorts[node.index] = pods[node.index].flatMap(\.hostPorts)
    }
    return true
  }

  private mutating func count(_ pod: PodInfo, on index: Int, sign: Int64) {
    requestedMilliCPU[index] &+= sign &* pod.requests.milliCPU
    requestedMemory[index] &+= sign &* pod.requests.memory
    requestedEphemeralStorage[index] &+= sign &* pod.requests.ephemeralStorage
    if !pod.requests.scalars.isEmpty {
      requestedScalars[index].add(pod.requests.scalars, sign: sign)
    }
    nonZeroMilliCPU[index] &+= sign &* pod.demand.nonZeroMilliCPU
    nonZeroMemory[index] &+= sign &* pod.demand.nonZeroMemory
  }
}
