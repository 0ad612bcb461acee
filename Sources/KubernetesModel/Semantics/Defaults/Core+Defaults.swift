extension Service: HasDefaults {
  package mutating func applyDefaults() {
    spec.type.setIfEmpty("ClusterIP")
    spec.applyAffinityDefaults()
    for index in spec.ports.indices { spec.ports[index].applyDefaults() }
    let isExternal =
      spec.type == "LoadBalancer" || spec.type == "NodePort"
      || spec.type == "ClusterIP" && !spec.externalIPs.isEmpty
    if isExternal { spec.externalTrafficPolicy.setIfEmpty("Cluster") }
    if spec.type != "ExternalName" { spec.internalTrafficPolicy.setIfAbsent("Cluster") }
    if spec.type == "LoadBalancer" {
      spec.allocateLoadBalancerNodePorts.setIfAbsent(true)
      let ingress = status.loadBalancer.ingress.indices
      for index in ingress where !status.loadBalancer.ingress[index].ip.isEmpty {
        status.loadBalancer.ingress[index].ipMode.setIfAbsent("VIP")
      }
    }
  }
}

extension ServiceSpec {
  fileprivate mutating func applyAffinityDefaults() {
    sessionAffinity.setIfEmpty("None")
    switch sessionAffinity {
    case "None": sessionAffinityConfig = nil
    case "ClientIP":
      sessionAffinityConfig.setIfAbsent(SessionAffinityConfig())
      sessionAffinityConfig?.clientIP.setIfAbsent(ClientIPConfig())
      sessionAffinityConfig?.clientIP?.timeoutSeconds.setIfAbsent(10_800)
    default: break
    }
  }
}

extension ServicePort: HasDefaults {
  package mutating func applyDefaults() {
    `protocol`.setIfEmpty("TCP")
    if targetPort == .int(0) || targetPort == .string("") { targetPort = .int(port) }
  }
}

extension Namespace: HasDefaults {
  package mutating func applyDefaults() {
    if !metadata.name.isEmpty {
      metadata.labels["kubernetes.io/metadata.name"] = metadata.name
    }
    status.phase.setIfEmpty("Active")
  }
}

extension Node: HasDefaults {
  package mutating func applyDefaults() {
    if status.allocatable.isEmpty, !status.capacity.isEmpty { status.allocatable = status.capacity }
    // Amounts finer than that are rare, and a change copies the status.
    if status.capacity.isFinerThanMilli { status.capacity.roundToMilli() }
    if status.allocatable.isFinerThanMilli { status.allocatable.roundToMilli() }
  }
}

extension LimitRange: HasDefaults {
  package mutating func applyDefaults() {
    for index in spec.limits.indices { spec.limits[index].applyDefaults() }
  }
}

extension LimitRangeItem: HasDefaults {
  package mutating func applyDefaults() {
    if type == "Container" {
      `default`.complete(from: max)
      defaultRequest.complete(from: `default`)
      defaultRequest.complete(from: min)
    }
    max.roundToMilli()
    min.roundToMilli()
    `default`.roundToMilli()
    defaultRequest.roundToMilli()
    maxLimitRequestRatio.roundToMilli()
  }
}
