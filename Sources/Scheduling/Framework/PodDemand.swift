import KubernetesModel

/// What a pod asks of its node, worked out once.
package struct PodDemand: Hashable, Sendable {
  /// What a pod on a node takes, resizes included.
  package private(set) var requests: PodResources
  /// What a pod that looks for a node needs.
  package private(set) var incoming: PodResources
  /// What is taken on the node, with defaults for containers that ask for nothing.
  package private(set) var nonZeroMilliCPU: Int64
  package private(set) var nonZeroMemory: Int64
  /// What NodeResourcesFit's score adds for the pod.
  package private(set) var scoredMilliCPU: Int64
  package private(set) var scoredMemory: Int64

  /// 100m and 200 MiB, so that pods that ask for nothing still spread.
  private static let defaults: ResourceList = [
    "cpu": Quantity(milli: 100), "memory": Quantity(200 * 1024 * 1024),
  ]

  init(of pod: Pod, symbols: inout some SymbolSource) {
    if let simple = Self(simple: pod, symbols: &symbols) {
      self = simple
      return
    }
    let plain = pod.effectiveRequests(.scheduling)
    requests = PodResources(plain, symbols: &symbols)
    incoming = PodResources(
      pod.effectiveRequests(PodResourceOptions()), symbols: &symbols)
    let scored = pod.effectiveRequests(Self.scoring)
    scoredMilliCPU = scored["cpu"]?.milliValue ?? 0
    scoredMemory = scored["memory"]?.value ?? 0
    var missing = Self.defaults
    if pod.hasPodLevelRequests {
      for name in plain.keys { missing[name] = nil }
    }
    let nonZero = pod.effectiveRequests(Self.options(with: missing))
    nonZeroMilliCPU = nonZero["cpu"]?.milliValue ?? 0
    nonZeroMemory = nonZero["memory"]?.value ?? 0
  }

  /// The common case, in which all ways of counting differ in the defaults only: plain containers
  /// that have been given just what they ask for.
  private init?(simple pod: Pod, symbols: inout some SymbolSource) {
    guard pod.isPlain else { return nil }
    let containers = pod.spec.containers
    var (sum, withDefaults) = (ResourceList(), ResourceList())
    for index in containers.indices {
      let own = containers[index].resources.requests
      if sum.isEmpty { sum = own } else { sum.add(own) }
      if own["cpu"] != nil && own["memory"] != nil { continue }
      for (name, amount) in Self.defaults where own[name] == nil {
        withDefaults[name] = withDefaults[name].map { $0 + amount } ?? amount
      }
    }
    if !pod.spec.overhead.isEmpty { sum.add(pod.spec.overhead) }
    requests = PodResources(sum, symbols: &symbols)
    incoming = requests
    scoredMilliCPU = requests.milliCPU &+ (withDefaults["cpu"]?.milliValue ?? 0)
    scoredMemory = requests.memory &+ (withDefaults["memory"]?.value ?? 0)
    (nonZeroMilliCPU, nonZeroMemory) = (scoredMilliCPU, scoredMemory)
  }

  /// NodeResourcesFit's score looks neither at pod-level resources nor at the status.
  private static var scoring: PodResourceOptions {
    var options = PodResourceOptions()
    options.skipsPodLevelResources = true
    options.nonMissingRequests = defaults
    return options
  }

  private static func options(with defaults: ResourceList) -> PodResourceOptions {
    var options = PodResourceOptions.scheduling
    options.nonMissingRequests = defaults
    return options
  }
}

extension PodResources {
  init(_ list: ResourceList, symbols: inout some SymbolSource) {
    self.init()
    for (name, quantity) in list {
      switch name {
      case "cpu": milliCPU = quantity.milliValue
      case "memory": memory = quantity.value
      case "ephemeral-storage": ephemeralStorage = quantity.value
      case "pods": break
      default:
        guard ResourceName.isScalar(name) else { continue }
        scalars[symbols.intern(name)] = quantity.value
      }
    }
  }
}

/// What a node offers.
struct Allocatable {
  var resources: PodResources
  var pods: Int64

  init(_ list: ResourceList, symbols: inout some SymbolSource) {
    resources = PodResources(list, symbols: &symbols)
    pods = list["pods"]?.value ?? 0
  }
}

extension ResourceName {
  /// Whether the scheduler counts the resource by name: extended resources, hugepages, attachable
  /// volumes and prefixed native ones.
  fileprivate static func isScalar(_ name: String) -> Bool {
    isExtended(name) || isHugePages(name) || isAttachableVolumes(name)
      || name.contains("kubernetes.io/")
  }
}

extension Pod {
  /// Whether requests for cpu, memory or hugepages are set for the pod as a whole.
  fileprivate var hasPodLevelRequests: Bool {
    spec.resources?.requests.keys.contains(where: ResourceName.isPodLevel) ?? false
  }
}

extension Pod {
  /// Whether it has neither init containers nor requests as a whole, and no container holds
  /// anything else than it asks for.
  fileprivate var isPlain: Bool {
    guard spec.initContainers.isEmpty, spec.resources == nil, status.resources == nil,
      status.allocatedResources.isEmpty
    else { return false }
    let statuses = status.containerStatuses
    return statuses.indices.allSatisfy { index in
      let (given, allocated) = (statuses[index].resources, statuses[index].allocatedResources)
      if given == nil && allocated.isEmpty { return true }
      return holdsWhatItAsksFor(statuses[index].name, given?.requests, allocated)
    }
  }

  /// Whether a container's status says nothing of its requests that the spec does not say.
  private func holdsWhatItAsksFor(
    _ name: String, _ given: ResourceList?, _ allocated: ResourceList
  ) -> Bool {
    if condition("PodResizePending") != nil { return false }
    let containers = spec.containers
    return containers.indices.allSatisfy { index in
      guard containers[index].name == name else { return true }
      let own = containers[index].resources.requests
      let isGivenOwn = given.map { $0.isEmpty || $0 == own } ?? true
      return isGivenOwn && (allocated.isEmpty || allocated == own)
    }
  }

  /// The host ports that containers take for as long as the pod runs.
  var hostPorts: [HostPort] {
    var ports: [HostPort] = []
    let (first, lasting) = (spec.initContainers, spec.containers)
    for index in first.indices where first[index].restartPolicy == "Always" {
      ports += HostPort.ports(in: first[index].ports)
    }
    for index in lasting.indices { ports += HostPort.ports(in: lasting[index].ports) }
    return ports
  }
}

extension HostPort {
  fileprivate static func ports(in list: [ContainerPort]) -> [HostPort] {
    list.indices.filter { list[$0].hostPort > 0 }.map { index in
      HostPort(
        address: list[index].hostIP, protocolName: list[index].protocol,
        port: list[index].hostPort)
    }
  }
}
