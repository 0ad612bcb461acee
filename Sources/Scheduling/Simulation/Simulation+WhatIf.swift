package import KubernetesModel

extension Simulation {
  /// What would be decided about `pod` if it came next; nothing is placed.
  package func decision(about pod: Pod, detail: Detail = .decisions) -> PodOutcome {
    var copy = self
    let info = copy.enqueue(pod)
    return copy.schedule(info, detail: detail)
  }

  /// Takes a pod off its node, as if it had been deleted.
  package mutating func remove(_ pod: PodInfo, from node: NodeID) {
    changeCluster { $0.remove(pod, from: node) }
  }

  /// Puts another object in the place of the node of the same name: uncordoned, relabelled,
  /// larger; false when there is no such node.
  package mutating func replace(_ node: Node) -> Bool {
    changeCluster { $0.replace(node) }
  }
}
