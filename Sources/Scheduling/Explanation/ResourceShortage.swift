/// How much of a resource a node lacks for a pod; cpu in thousandths, the rest in units or bytes.
package struct ResourceShortage: Hashable, Sendable {
  package var resource: String
  package var requested: Int64
  package var allocatable: Int64
  package var used: Int64

  package var free: Int64 { max(allocatable &- used, 0) }
  package var shortBy: Int64 { requested &- free }
}

extension ClusterState {
  /// What `node` has too little of for `pod`, pods among it.
  package func shortages(of pod: PodInfo, on node: NodeID) -> [ResourceShortage] {
    let (index, requests) = (node.index, pod.incomingRequests)
    var all = [
      ResourceShortage(
        resource: "pods", requested: 1, allocatable: nodes.allowedPods[index],
        used: Int64(nodes.pods[index].count)),
      ResourceShortage(
        resource: "cpu", requested: requests.milliCPU,
        allocatable: nodes.allocatableMilliCPU[index], used: nodes.requestedMilliCPU[index]),
      ResourceShortage(
        resource: "memory", requested: requests.memory,
        allocatable: nodes.allocatableMemory[index], used: nodes.requestedMemory[index]),
      ResourceShortage(
        resource: "ephemeral-storage", requested: requests.ephemeralStorage,
        allocatable: nodes.allocatableEphemeralStorage[index],
        used: nodes.requestedEphemeralStorage[index]),
    ]
    for amount in requests.scalars.amounts {
      all.append(
        ResourceShortage(
          resource: symbols.text(of: amount.resource), requested: amount.value,
          allocatable: nodes.allocatableScalars[index][amount.resource],
          used: nodes.requestedScalars[index][amount.resource]))
    }
    return all.filter { $0.requested > 0 && $0.requested > $0.allocatable &- $0.used }
  }
}
