extension Pod: HasDefaults {
  /// As for a template, and what only pods get: requests from limits, service links, host ports.
  package mutating func applyDefaults() {
    for index in spec.containers.indices { spec.containers[index].resources.requestLimits() }
    for index in spec.initContainers.indices {
      spec.initContainers[index].resources.requestLimits()
    }
    defaultPodLevelResources()
    spec.enableServiceLinks.setIfAbsent(true)
    if spec.hostNetwork {
      for index in spec.containers.indices { spec.containers[index].exposeOnHost() }
      for index in spec.initContainers.indices { spec.initContainers[index].exposeOnHost() }
    }
    spec.applyDefaults()
    status.roundResources()
  }

  /// Completes pod-level resources that are partly given from what the containers ask for.
  private mutating func defaultPodLevelResources() {
    guard var resources = spec.resources, !resources.limits.isEmpty || !resources.requests.isEmpty
    else { return }
    for (name, amount) in containerLimits(PodResourceOptions())
    where ResourceName.isHugePages(name) && resources.requests[name] == nil {
      resources.limits[name] = resources.limits[name] ?? amount
    }
    if !resources.limits.isEmpty {
      for (name, amount) in containerRequests(PodResourceOptions())
      where ResourceName.isPodLevel(name) && ResourceName.allowsOvercommit(name) {
        resources.requests[name] = resources.requests[name] ?? amount
      }
      for (name, amount) in resources.limits where ResourceName.isPodLevel(name) {
        resources.requests[name] = resources.requests[name] ?? amount
      }
    }
    spec.resources = resources
  }
}

extension PodSpec: HasDefaults {
  package mutating func applyDefaults() {
    dnsPolicy.setIfEmpty("ClusterFirst")
    restartPolicy.setIfEmpty("Always")
    securityContext.setIfAbsent(PodSecurityContext())
    terminationGracePeriodSeconds.setIfAbsent(30)
    schedulerName.setIfEmpty("default-scheduler")
    for index in volumes.indices { volumes[index].applyDefaults() }
    for index in initContainers.indices { initContainers[index].applyDefaults() }
    for index in containers.indices { containers[index].applyDefaults() }
    for index in ephemeralContainers.indices { ephemeralContainers[index].applyDefaults() }
    overhead.roundToMilli()
    resources?.limits.roundToMilli()
    resources?.requests.roundToMilli()
  }
}

extension PodTemplateSpec: HasDefaults {
  package mutating func applyDefaults() { spec.applyDefaults() }
}

extension ResourceRequirements {
  /// Requests what is limited and not requested.
  fileprivate mutating func requestLimits() { requests.complete(from: limits) }
}

extension Container {
  /// With the host's network a port is the host's.
  fileprivate mutating func exposeOnHost() {
    for index in ports.indices { ports[index].hostPort.setIfZero(ports[index].containerPort) }
  }
}

extension PodStatus {
  fileprivate mutating func roundResources() {
    for index in initContainerStatuses.indices { initContainerStatuses[index].roundResources() }
    for index in containerStatuses.indices { containerStatuses[index].roundResources() }
    for index in ephemeralContainerStatuses.indices {
      ephemeralContainerStatuses[index].roundResources()
    }
    allocatedResources.roundToMilli()
    resources?.limits.roundToMilli()
    resources?.requests.roundToMilli()
  }
}

extension ContainerStatus {
  fileprivate mutating func roundResources() {
    allocatedResources.roundToMilli()
    resources?.limits.roundToMilli()
    resources?.requests.roundToMilli()
  }
}
