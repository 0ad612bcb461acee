import KubernetesModel

/// The ways in which a copy of a pod can be made different to see what would happen.
extension Pod {
  /// Lets the pod as a whole ask for so much of a resource, in one container.
  mutating func request(_ amount: ResourceAmount) {
    let name = amount.resource
    if spec.resources?.requests[name] != nil || spec.resources?.limits[name] != nil {
      spec.resources?.requests[name] = amount.quantity
    }
    for index in spec.initContainers.indices {
      spec.initContainers[index].resources.requests[name] = nil
    }
    for index in spec.containers.indices { spec.containers[index].resources.requests[name] = nil }
    let overhead = spec.overhead[name] ?? .zero
    guard !spec.containers.isEmpty else { return }
    spec.containers[0].resources.requests[name] = amount.quantity + -overhead
  }

  mutating func tolerate(_ taint: Taint) {
    var toleration = Toleration()
    toleration.key = taint.key
    toleration.operator = taint.value.isEmpty ? "Exists" : "Equal"
    toleration.value = taint.value
    toleration.effect = taint.effect
    spec.tolerations.append(toleration)
  }

  /// Drops a demand on the node's labels, or lets it ask for `value` instead.
  mutating func change(_ demand: LabelDemand, to value: String?) {
    switch demand.source {
    case .nodeSelector: spec.nodeSelector[demand.key] = value
    case .term(let index): changeTerm(index, demand, to: value)
    case .configuration: break
    }
  }

  private mutating func changeTerm(_ index: Int, _ demand: LabelDemand, to value: String?) {
    var required =
      spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? NodeSelector()
    guard required.nodeSelectorTerms.indices.contains(index) else { return }
    required.nodeSelectorTerms[index].change(demand, to: value)
    let isEmpty = required.nodeSelectorTerms[index].asksForNothing
    spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution =
      isEmpty ? nil : required
  }

  /// Drops a required term, or turns a spread constraint into a wish.
  mutating func drop(_ term: PodTerm) {
    switch term {
    case .podAffinity(let index):
      spec.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution
        .removeIfPresent(at: index)
    case .podAntiAffinity(let index):
      spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution
        .removeIfPresent(at: index)
    case .spread(let index):
      guard spec.topologySpreadConstraints.indices.contains(index) else { return }
      spec.topologySpreadConstraints[index].whenUnsatisfiable = "ScheduleAnyway"
    }
  }

  /// Forgets the volume of a claim, as if the claim could be met anywhere.
  mutating func forgetClaim(_ name: String) {
    let own = self
    spec.volumes.removeAll { own.claimReference(of: $0)?.name == name }
  }
}

extension NodeSelectorTerm {
  fileprivate var asksForNothing: Bool { matchExpressions.isEmpty && matchFields.isEmpty }

  fileprivate mutating func change(_ demand: LabelDemand, to value: String?) {
    func isMeant(_ requirement: NodeSelectorRequirement) -> Bool {
      requirement.key == demand.key && requirement.operator == demand.operator
        && requirement.values == demand.values
    }
    guard let value, let place = matchExpressions.firstIndex(where: isMeant) else {
      matchExpressions.removeAll(where: isMeant)
      matchFields.removeAll(where: isMeant)
      return
    }
    matchExpressions[place].operator = "In"
    matchExpressions[place].values = [value]
  }
}

extension Array {
  fileprivate mutating func removeIfPresent(at index: Int) {
    if indices.contains(index) { remove(at: index) }
  }
}
