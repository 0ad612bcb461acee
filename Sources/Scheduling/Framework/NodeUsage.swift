/// What the pods of one node take, to put back after a what-if.
struct NodeUsage: Sendable {
  fileprivate var pods: [PodInfo]
  fileprivate var milliCPU: Int64
  fileprivate var memory: Int64
  fileprivate var ephemeralStorage: Int64
  fileprivate var scalars: ScalarResources
  fileprivate var nonZeroMilliCPU: Int64
  fileprivate var nonZeroMemory: Int64
  fileprivate var ports: [HostPort]
}

extension NodeTable {
  func usage(of node: NodeID) -> NodeUsage {
    let index = node.index
    return NodeUsage(
      pods: pods[index], milliCPU: requestedMilliCPU[index], memory: requestedMemory[index],
      ephemeralStorage: requestedEphemeralStorage[index], scalars: requestedScalars[index],
      nonZeroMilliCPU: nonZeroMilliCPU[index], nonZeroMemory: nonZeroMemory[index],
      ports: usedPorts[index])
  }

  mutating func restore(_ usage: NodeUsage, of node: NodeID) {
    let index = node.index
    pods[index] = usage.pods
    requestedMilliCPU[index] = usage.milliCPU
    requestedMemory[index] = usage.memory
    requestedEphemeralStorage[index] = usage.ephemeralStorage
    requestedScalars[index] = usage.scalars
    nonZeroMilliCPU[index] = usage.nonZeroMilliCPU
    nonZeroMemory[index] = usage.nonZeroMemory
    usedPorts[index] = usage.ports
  }
}
