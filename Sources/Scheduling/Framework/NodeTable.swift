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
  /// The size of each image that the node holds, by name.
  package internal(set) var images: [[String: Int64]] = []

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
  mutating func append(_ node: Node, symbols: inout SymbolTable) {
    guard indices[node.metadata.name] == nil else { return }
    indices[node.metadata.name] = names.count
    names.append(node.metadata.name)
    objects.append(node)
    labels.append(LabelSet(node.metadata.labels, in: &symbols))
    taints.append(node.spec.taints)
    unschedulable.append(node.spec.unschedulable)
    images.append(node.imageSizes)
    appendResources(of: node, symbols: &symbols)
  }

  private mutating func appendResources(of node: Node, symbols: inout SymbolTable) {
    let allocatable = Allocatable(node.status.allocatable, symbols: &symbols)
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
  /// Gives the node of this name other labels, taints and resources; its pods stay.
  mutating func replace(_ node: Node, symbols: inout SymbolTable) -> Bool {
    guard let index = id(of: node.metadata.name)?.index else { return false }
    objects[index] = node
    labels[index] = LabelSet(node.metadata.labels, in: &symbols)
    taints[index] = node.spec.taints
    unschedulable[index] = node.spec.unschedulable
    images[index] = node.imageSizes
    let allocatable = Allocatable(node.status.allocatable, symbols: &symbols)
    allocatableMilliCPU[index] = allocatable.resources.milliCPU
    allocatableMemory[index] = allocatable.resources.memory
    allocatableEphemeralStorage[index] = allocatable.resources.ephemeralStorage
    allowedPods[index] = allocatable.pods
    allocatableScalars[index] = allocatable.resources.scalars
    return true
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
