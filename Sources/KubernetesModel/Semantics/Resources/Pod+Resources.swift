extension Pod {
  /// What the pod requests of a node, as upstream's `PodRequests`.
  package func effectiveRequests(_ options: PodResourceOptions) -> ResourceList {
    var requests = containerRequests(options)
    if !options.skipsPodLevelResources, let own = spec.resources?.requests, own.isPodLevel {
      requests.override(with: podLevelRequests(own, options))
    }
    if !options.excludesOverhead { requests.add(spec.overhead) }
    return requests
  }

  /// What the pod may use at most, as upstream's `PodLimits`; a resource without a limit is absent.
  package func effectiveLimits(_ options: PodResourceOptions) -> ResourceList {
    var limits = containerLimits(options)
    if !options.skipsPodLevelResources, let own = spec.resources, own.isPodLevel {
      limits.override(with: podLevelLimits(own.limits, options))
    }
    guard !options.excludesOverhead else { return limits }
    for (name, amount) in spec.overhead {
      if let limit = limits[name], !limit.isZero { limits[name] = limit + amount }
    }
    return limits
  }

  /// What all containers together request: the sum, or more while init containers run.
  package func containerRequests(_ options: PodResourceOptions) -> ResourceList {
    var requests = total(options) { container, _ in container.resources.requests }
    if options.usesStatus {
      let specified = isResizeInfeasible ? ResourceList() : requests
      requests = specified
      for given in givenRequests(options) { requests.raise(to: given) }
    }
    if options.usesClaimStatus {
      for claim in status.nodeAllocatableResourceClaimStatuses { requests.add(claim.resources) }
    }
    return requests
  }

  /// What all containers together may use at most, as far as they have limits.
  package func containerLimits(_ options: PodResourceOptions) -> ResourceList {
    var options = options
    options.nonMissingRequests = ResourceList()
    let specified = total(options) { container, _ in container.resources.limits }
    guard options.usesStatus else { return specified }
    var limits = isResizeInfeasible ? ResourceList() : specified
    limits.raise(to: actuatedLimits(options))
    return limits
  }

  /// Whether kubelet has said that a resize can never be done.
  package var isResizeInfeasible: Bool {
    condition("PodResizePending")?.reason == "Infeasible"
  }
}

extension Pod {
  /// What the containers hold by their statuses: allocated, and set in the cgroup.
  private func givenRequests(_ options: PodResourceOptions) -> [ResourceList] {
    let own = status.resources?.requests ?? ResourceList()
    if options.usesPodLevelStatus, !status.allocatedResources.isEmpty, !own.isEmpty {
      return [own, status.allocatedResources]
    }
    let isInfeasible = isResizeInfeasible
    func specified(_ container: Container) -> ResourceList {
      isInfeasible ? ResourceList() : container.resources.requests
    }
    let actuated = total(options) { container, status in
      status?.resources?.requests.nonEmpty ?? status?.allocatedResources.nonEmpty
        ?? specified(container)
    }
    let allocated = total(options) { container, status in
      status?.allocatedResources.nonEmpty ?? specified(container)
    }
    return [actuated, allocated]
  }

  private func actuatedLimits(_ options: PodResourceOptions) -> ResourceList {
    if options.usesPodLevelStatus, let own = status.resources?.limits.nonEmpty { return own }
    let isInfeasible = isResizeInfeasible
    return total(options) { container, status in
      status?.resources?.limits.nonEmpty
        ?? (isInfeasible ? ResourceList() : container.resources.limits)
    }
  }

  private func podLevelRequests(
    _ own: ResourceList, _ options: PodResourceOptions
  ) -> ResourceList {
    guard options.usesPodLevelStatus, options.usesStatus, let given = status.resources else {
      return own
    }
    var requests = isResizeInfeasible ? ResourceList() : own
    requests.raise(to: given.requests)
    requests.raise(to: status.allocatedResources)
    return requests
  }

  private func podLevelLimits(_ own: ResourceList, _ options: PodResourceOptions) -> ResourceList {
    guard options.usesPodLevelStatus, options.usesStatus, let given = status.resources else {
      return own
    }
    var limits = isResizeInfeasible ? ResourceList() : own
    limits.raise(to: given.limits)
    return limits
  }

  /// The most that is held at any time: each init container beside the sidecars before it, then all that stay.
  private func total(
    _ options: PodResourceOptions, of amounts: (Container, ContainerStatus?) -> ResourceList
  ) -> ResourceList {
    func resources(_ container: Container) -> ResourceList {
      let status = options.usesStatus ? containerStatus(named: container.name) : nil
      var list = amounts(container, status)
      list.complete(from: options.nonMissingRequests)
      return list
    }
    var running = ResourceList()
    for container in spec.containers { running.add(resources(container)) }
    var (sidecars, initializing) = (ResourceList(), ResourceList())
    for container in spec.initContainers {
      let own = resources(container)
      if container.isSidecar {
        running.add(own)
        sidecars.add(own)
        initializing.raise(to: sidecars)
      } else {
        var together = own
        together.add(sidecars)
        initializing.raise(to: together)
      }
    }
    running.raise(to: initializing)
    return running
  }

  private func containerStatus(named name: String) -> ContainerStatus? {
    status.containerStatuses.first { $0.name == name }
      ?? status.initContainerStatuses.first { $0.name == name }
  }
}

extension Container {
  /// Whether an init container keeps running beside the others: a restartable init container.
  package var isSidecar: Bool { restartPolicy == "Always" }
}

extension ResourceRequirements {
  /// Whether a pod's own requirements name a resource that can be set for a whole pod.
  fileprivate var isPodLevel: Bool { requests.isPodLevel || limits.isPodLevel }
}

extension ResourceList {
  fileprivate var isPodLevel: Bool { keys.contains(where: ResourceName.isPodLevel) }

  /// The list; nil when it is empty, which Go does not tell from absence here.
  fileprivate var nonEmpty: ResourceList? { isEmpty ? nil : self }

  fileprivate mutating func override(with other: ResourceList) {
    for (name, amount) in other where ResourceName.isPodLevel(name) { self[name] = amount }
  }
}
