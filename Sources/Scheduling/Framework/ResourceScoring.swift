/// A resource and how much it counts in a score.
package struct ResourceWeight: Hashable, Sendable {
  package var name: String
  package var weight: Int64

  package init(_ name: String, weight: Int64 = 1) {
    self.name = name
    self.weight = weight
  }
}

/// One resource that a score looks at, with what the pod asks of it.
struct ScoredResource: Sendable {
  enum Kind: Sendable { case cpu, memory, ephemeralStorage, scalar(Symbol) }

  var kind: Kind
  var weight: Int64
  var request: Int64
  /// Whether cpu and memory in use are counted with defaults for containers that ask for nothing.
  var countsDefaults: Bool

  init(_ resource: ResourceWeight, of pod: PodInfo, countsDefaults: Bool, symbols: SymbolTable) {
    weight = resource.weight
    self.countsDefaults = countsDefaults
    switch resource.name {
    case "cpu":
      kind = .cpu
      request = countsDefaults ? pod.demand.scoredMilliCPU : pod.requests.milliCPU
    case "memory":
      kind = .memory
      request = countsDefaults ? pod.demand.scoredMemory : pod.requests.memory
    case "ephemeral-storage":
      kind = .ephemeralStorage
      request = pod.requests.ephemeralStorage
    default:
      let symbol = symbols.find(resource.name)
      kind = .scalar(symbol)
      request = pod.requests.scalars[symbol]
    }
  }

  /// What the node has and what is in use without the pod; zero allocatable means: does not count.
  func amounts(on node: Int, in nodes: NodeTable) -> (allocatable: Int64, used: Int64) {
    switch kind {
    case .cpu:
      let used = countsDefaults ? nodes.nonZeroMilliCPU[node] : nodes.requestedMilliCPU[node]
      return (nodes.allocatableMilliCPU[node], used)
    case .memory:
      let used = countsDefaults ? nodes.nonZeroMemory[node] : nodes.requestedMemory[node]
      return (nodes.allocatableMemory[node], used)
    case .ephemeralStorage:
      return (nodes.allocatableEphemeralStorage[node], nodes.requestedEphemeralStorage[node])
    case .scalar(let symbol):
      if request == 0 { return (0, 0) }
      return (nodes.allocatableScalars[node][symbol], nodes.requestedScalars[node][symbol])
    }
  }
}

extension ScoredResource {
  /// As ``amounts(on:in:)``, with the devices of a node that allots none of a resource they stand for.
  func amountsWithDevices(
    on node: Int, in cluster: ClusterState
  ) -> (allocatable: Int64, used: Int64) {
    let amounts = amounts(on: node, in: cluster.nodes)
    guard amounts.allocatable == 0, request != 0, case .scalar(let symbol) = kind,
      !cluster.devices.inventory.classes.isEmpty
    else { return amounts }
    let devices = cluster.devices.devices(
      forResource: cluster.symbols.text(of: symbol), near: DeviceNode(cluster.nodes.objects[node]))
    return devices.total > 0 ? (devices.total, devices.allocated) : amounts
  }
}
