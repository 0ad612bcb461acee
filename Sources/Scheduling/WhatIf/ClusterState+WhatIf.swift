package import KubernetesModel

/// The ways in which a copy of the cluster can be made different to see what would happen.
extension ClusterState {
  /// Adds an empty node; its name must be a new one.
  package mutating func append(_ node: Node) {
    nodes.append(node, symbols: &symbols)
    for key in topologies.keys { topologies[key] = Topology(key, of: nodes) }
  }

  /// Adds nodes like one that is there, each with the daemons that such a node runs.
  mutating func append(_ count: Int, nodesLike model: NodeID) {
    let daemons = nodes.pods[model.index].map(\.pod).filter(\.runsOnEveryNode)
    let object = nodes.objects[model.index]
    for number in 1...max(1, min(count, 10_000)) {
      let name = "\(object.metadata.name)-more-\(number)"
      append(object.twin(named: name))
      guard let node = nodes.id(of: name) else { continue }
      for daemon in daemons { add(podInfo(of: daemon.twin(on: name)), to: node) }
    }
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
}

extension Pod {
  /// Whether a new node gets a pod such as this one at once: a daemon or a static pod.
  var runsOnEveryNode: Bool {
    metadata.ownerReferences.contains {
      $0.controller == true && ($0.kind == "DaemonSet" || $0.kind == "Node")
    }
  }

  /// The pod of the same daemon on another node.
  func twin(on node: String) -> Pod {
    var twin = self
    twin.metadata.name += "-on-\(node)"
    twin.metadata.uid = "\(metadata.namespace)/\(twin.metadata.name)"
    twin.spec.nodeName = node
    twin.status.phase = "Running"
    return twin
  }
}

extension Node {
  /// A node like this one, but new: empty, ready, not cordoned, with a name and host of its own.
  func twin(named name: String) -> Node {
    var twin = self
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
