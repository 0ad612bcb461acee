import KubernetesModel

extension SymbolMatcher {
  /// What selects the pods that belong together with `pod`: its services' selectors and its
  /// controller's.
  init(ofWorkloadsOf pod: PodInfo, in cluster: ClusterState) {
    var selector = LabelSelector()
    let namespace = pod.pod.metadata.namespace
    for service in cluster.snapshot.services where service.metadata.namespace == namespace {
      guard !service.spec.selector.isEmpty else { continue }
      let matches = service.spec.selector.allSatisfy { pod.pod.metadata.labels[$0] == $1 }
      if matches { selector.matchLabels.merge(service.spec.selector) { $1 } }
    }
    if let owner = pod.pod.metadata.ownerReferences.first(where: { $0.controller == true }) {
      selector.add(selectorOf: owner, in: namespace, cluster.snapshot)
    }
    self.init(selector, symbol: cluster.symbols.find)
  }
}

extension LabelSelector {
  fileprivate mutating func add(
    selectorOf owner: OwnerReference, in namespace: String, _ snapshot: ClusterSnapshot
  ) {
    switch (owner.apiVersion, owner.kind) {
    case ("v1", "ReplicationController"):
      let controller = snapshot.replicationControllers.first {
        $0.metadata.name == owner.name && $0.metadata.namespace == namespace
      }
      matchLabels.merge(controller?.spec.selector ?? [:]) { $1 }
    case ("apps/v1", "ReplicaSet"):
      add(
        snapshot.replicaSets.first {
          $0.metadata.name == owner.name && $0.metadata.namespace == namespace
        }?.spec.selector)
    case ("apps/v1", "StatefulSet"):
      add(
        snapshot.statefulSets.first {
          $0.metadata.name == owner.name && $0.metadata.namespace == namespace
        }?.spec.selector)
    default: break
    }
  }

  private mutating func add(_ other: LabelSelector?) {
    guard let other else { return }
    matchExpressions += other.matchExpressions
    for (key, value) in other.matchLabels {
      var requirement = LabelSelectorRequirement()
      requirement.key = key
      requirement.operator = "In"
      requirement.values = [value]
      matchExpressions.append(requirement)
    }
  }
}
