import KubernetesModel

/// What the DaemonSet controller does to the pods it makes.
extension PodSpec {
  /// Daemons stay on nodes in trouble, and run on cordoned ones.
  mutating func addDaemonTolerations() {
    var taints = [
      ("not-ready", "NoExecute"), ("unreachable", "NoExecute"), ("disk-pressure", "NoSchedule"),
      ("memory-pressure", "NoSchedule"), ("pid-pressure", "NoSchedule"),
      ("unschedulable", "NoSchedule"),
    ]
    if hostNetwork { taints.append(("network-unavailable", "NoSchedule")) }
    for (name, effect) in taints {
      let toleration = Toleration(tolerating: "node.kubernetes.io/\(name)", effect)
      if !tolerations.contains(toleration) { tolerations.append(toleration) }
    }
  }

  /// Whether the controller makes a pod for the node at all: by name, affinity and taints.
  func canRunDaemon(on node: Node) -> Bool {
    guard nodeName.isEmpty || nodeName == node.metadata.name else { return false }
    guard (try? RequiredNodeAffinity(self).matches(node)) == true else { return false }
    return !tolerations.leaveUntolerated(among: node.spec.taints)
  }

  /// Asks for one node by name; that replaces the node affinity, which the controller has looked at.
  mutating func pin(to node: String) {
    var requirement = NodeSelectorRequirement()
    requirement.key = "metadata.name"
    requirement.operator = "In"
    requirement.values = [node]
    var term = NodeSelectorTerm()
    term.matchFields = [requirement]
    var selector = NodeSelector()
    selector.nodeSelectorTerms = [term]
    if affinity == nil { affinity = Affinity() }
    if affinity?.nodeAffinity == nil { affinity?.nodeAffinity = KubernetesModel.NodeAffinity() }
    affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution = selector
  }
}
