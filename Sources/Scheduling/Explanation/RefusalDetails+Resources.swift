import KubernetesModel

extension RefusalDetails {
  /// Each resource that the node has too little of.
  func shortages(on node: NodeID, _ rejection: Rejection) -> [RefusalDetail] {
    let (nodes, index, wanted) = (cluster.nodes, node.index, pod.incomingRequests)
    var found: [ResourceShortage] = []
    func compare(_ resource: String, _ requested: Int64, _ allocatable: Int64, _ inUse: Int64) {
      guard requested > 0, requested > allocatable &- inUse else { return }
      found.append(
        ResourceShortage(
          of: resource, requested: requested, allocatable: allocatable, inUse: inUse))
    }
    compare("pods", 1, nodes.allowedPods[index], Int64(nodes.pods[index].count))
    compare(
      "cpu", wanted.milliCPU, nodes.allocatableMilliCPU[index], nodes.requestedMilliCPU[index])
    compare(
      "memory", wanted.memory, nodes.allocatableMemory[index], nodes.requestedMemory[index])
    compare(
      "ephemeral-storage", wanted.ephemeralStorage, nodes.allocatableEphemeralStorage[index],
      nodes.requestedEphemeralStorage[index])
    for amount in wanted.scalars.amounts {
      let name = cluster.symbols.text(of: amount.resource)
      guard rejection.reasons.contains("Insufficient \(name)") else { continue }
      compare(
        name, amount.value, nodes.allocatableScalars[index][amount.resource],
        nodes.requestedScalars[index][amount.resource])
    }
    return found.map { detail(of: $0, on: node) }
  }

  private func detail(of shortage: ResourceShortage, on node: NodeID) -> RefusalDetail {
    RefusalDetail(
      .resource(shortage), says: shortage.says,
      evidence: [
        FieldReference(pod.reference, pod.pod.fieldOfLargestRequest(of: shortage.resource)),
        FieldReference(
          cluster.nodes.reference(of: node),
          "status.allocatable\(Self.step(to: shortage.resource))"),
      ])
  }

  private static func step(to key: String) -> String {
    key.contains { "./[]".contains($0) } ? "[\(key)]" : ".\(key)"
  }

  /// The ports that another pod has taken on the node.
  func hostPorts(on node: NodeID) -> [RefusalDetail] {
    pod.hostPorts.compactMap { wanted in
      let holder = cluster.nodes.pods[node.index].first { other in
        other.hostPorts.contains { $0.conflicts(with: wanted) }
      }
      guard let holder else { return nil }
      return RefusalDetail(
        .hostPort(wanted, holder: holder.reference),
        says: "host port \(wanted.port)/\(wanted.protocolName) is taken by \(holder.reference)",
        evidence: [
          FieldReference(pod.reference, pod.pod.spec.field(of: wanted)),
          FieldReference(holder.reference, holder.pod.spec.field(of: wanted)),
        ])
    }
  }
}

extension Pod {
  /// Where the container that asks for most of a resource says so.
  func fieldOfLargestRequest(of resource: String) -> String {
    if spec.resources?.requests[resource] != nil { return "spec.resources.requests.\(resource)" }
    let lists = [("containers", spec.containers), ("initContainers", spec.initContainers)]
    var best: (field: String, amount: Quantity)?
    for (list, containers) in lists {
      for (index, container) in containers.enumerated() {
        guard let amount = container.resources.requests[resource] else { continue }
        if let best, best.amount >= amount { continue }
        let key = resource.contains { "./".contains($0) } ? "[\(resource)]" : ".\(resource)"
        best = ("spec.\(list)[\(index)].resources.requests\(key)", amount)
      }
    }
    return best?.field ?? "spec.containers"
  }
}

extension PodSpec {
  /// Where the container port stands that takes `port` of the host.
  fileprivate func field(of port: HostPort) -> String {
    for (list, containers) in [("containers", containers), ("initContainers", initContainers)] {
      for (index, container) in containers.enumerated() {
        for (place, own) in container.ports.enumerated() where own.hostPort == port.port {
          return "spec.\(list)[\(index)].ports[\(place)].hostPort"
        }
      }
    }
    return "spec.containers"
  }
}
