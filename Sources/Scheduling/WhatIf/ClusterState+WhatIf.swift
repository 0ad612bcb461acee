package import KubernetesModel

/// The ways in which a copy of the cluster can be made different to see what would happen.
extension ClusterState {
  /// Adds an empty node; its name must be a new one.
  package mutating func append(_ node: Node) {
    nodes.append(node, symbols: &symbols)
    for key in topologies.keys { topologies[key] = Topology(key, of: nodes) }
  }

  /// Lifts the cordon of a node, and the taint that goes with it.
  mutating func uncordon(_ node: NodeID) {
    nodes.unschedulable[node.index] = false
    nodes.taints[node.index].removeAll { $0.key == Taint.cordonKey }
  }

  /// Takes a taint, as `kubectl taint` writes it, off a node.
  mutating func removeTaint(_ text: String, from node: NodeID) {
    nodes.taints[node.index].removeAll { $0.description == text }
  }

  /// Takes the pod called `key` off its node.
  mutating func removePod(_ key: String) {
    for node in nodes.ids {
      for pod in nodes.pods[node.index] where pod.key == key {
        remove(pod, from: node)
        return
      }
    }
  }

  /// A node like another one, but new: empty, ready, not cordoned, with a name and host of its own.
  func twin(of node: NodeID, named name: String) -> Node {
    var twin = nodes.objects[node.index]
    twin.metadata.name = name
    twin.metadata.uid = name
    if twin.metadata.labels["kubernetes.io/hostname"] != nil {
      twin.metadata.labels["kubernetes.io/hostname"] = name
    }
    twin.spec.unschedulable = false
    twin.spec.taints.removeAll(where: \.tellsOfTrouble)
    return twin
  }
}

extension Taint {
  static let cordonKey = "node.kubernetes.io/unschedulable"

  /// Whether the node controller set it because of the node's condition, so that it goes away with it.
  package var tellsOfTrouble: Bool {
    key.hasPrefix("node.kubernetes.io/") || key.hasPrefix("node.cloudprovider.kubernetes.io/")
  }
}
