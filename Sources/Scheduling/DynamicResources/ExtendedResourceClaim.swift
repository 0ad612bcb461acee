import KubernetesModel

/// The claim that kube-scheduler makes for extended resources for which a device class stands.
enum ExtendedResourceClaim {
  /// The name of a claim that exists only in the scheduler's memory.
  static let nameInMemory = "<extended-resources>"

  /// The pod's claim for extended resources: one of an earlier attempt or a new one without requests;
  /// nil when the pod asks for no resource that a device class stands for.
  static func claim(for pod: PodInfo, in cluster: ClusterState) -> ResourceClaim? {
    guard !resources(of: pod, in: cluster).isEmpty else { return nil }
    let owner = pod.pod.metadata
    let known = cluster.snapshot.resourceClaims.first { claim in
      claim.metadata.annotations["resource.kubernetes.io/extended-resource-claim"] == "true"
        && claim.metadata.ownerReferences.contains {
          $0.name == owner.name && $0.controller == true && $0.uid == owner.uid
        }
    }
    if let known { return known }
    var claim = ResourceClaim()
    claim.metadata.namespace = owner.namespace
    claim.metadata.name = nameInMemory
    claim.metadata.uid = "\(nameInMemory)/\(owner.namespace)/\(owner.name)/\(owner.uid)"
    return claim
  }

  /// The requested resources for which a device class stands.
  private static func resources(of pod: PodInfo, in cluster: ClusterState) -> [String] {
    pod.requests.scalars.amounts.filter { $0.value != 0 }
      .map { cluster.symbols.text(of: $0.resource) }
      .filter { cluster.devices.inventory.className(forResource: $0) != nil }
  }

  /// The claim with the requests that `node` has to serve by devices.
  ///
  /// Nil when the node's device plugins serve all that the pod asks for, unless it has `others`.
  static func claim(
    _ claim: ResourceClaim, besides others: [ResourceClaim], of pod: PodInfo, on node: NodeID,
    in cluster: ClusterState
  ) throws(Rejection) -> ResourceClaim? {
    guard claim.spec.devices.requests.isEmpty else {
      throw .unresolvable("cannot schedule extended resource claim")
    }
    var resources: [String] = []
    let allocatable = cluster.nodes.allocatableScalars[node.index]
    for amount in pod.requests.scalars.amounts where amount.value != 0 {
      let resource = cluster.symbols.text(of: amount.resource)
      guard resource.isDeviceResourceName else { continue }
      let isBacked = cluster.devices.inventory.className(forResource: resource) != nil
      if isBacked, allocatable[amount.resource] == 0 {
        resources.append(resource)
      } else if !allocatable.contains(amount.resource) {
        throw .unresolvable("cannot fit resource")
      }
    }
    guard !resources.isEmpty || !others.isEmpty else { return nil }
    var claim = claim
    claim.spec.devices.requests = ExtendedResourceRequests(pod.pod, cluster.devices.inventory)
      .requests(for: resources.sorted())
    return claim
  }
}

/// Turns the extended resources of a pod's containers into requests for devices.
private struct ExtendedResourceRequests {
  private let containers: [Container]
  private let initContainers: Int
  private let inventory: DeviceInventory

  init(_ pod: Pod, _ inventory: DeviceInventory) {
    containers = pod.spec.initContainers + pod.spec.containers
    initContainers = pod.spec.initContainers.count
    self.inventory = inventory
  }

  /// Containers that run together need devices of their own; one that ends before others start may
  /// use theirs, and all such share one request for the most that any of them lacks.
  func requests(for resources: [String]) -> [DeviceRequest] {
    var requests: [DeviceRequest] = []
    for resource in resources {
      guard let className = inventory.className(forResource: resource) else { continue }
      var lasting: [Int: DeviceRequest] = [:]
      for index in containers.indices where !endsEarly(index) {
        lasting[index] = request(of: index, resource, className, reusing: 0)
      }
      var largest: DeviceRequest?
      for index in containers.indices where endsEarly(index) {
        let reusable = lasting.filter { $0.key >= index }.values
          .reduce(Int64(0)) { $0 &+ ($1.exactly?.count ?? 0) }
        let request = request(of: index, resource, className, reusing: reusable)
        if request?.exactly?.count ?? 0 > largest?.exactly?.count ?? 0 { largest = request }
      }
      if let largest { requests.append(largest) }
      requests += lasting.values
    }
    return requests.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private func endsEarly(_ index: Int) -> Bool {
    index < initContainers && containers[index].restartPolicy != "Always"
  }

  private func request(
    of index: Int, _ resource: String, _ className: String, reusing reusable: Int64
  ) -> DeviceRequest? {
    let requested = containers[index].resources.requests
    guard let amount = requested[resource]?.exactValue, amount != 0, amount > reusable else {
      return nil
    }
    let names = requested.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var exactly = ExactDeviceRequest()
    exactly.deviceClassName = className
    exactly.allocationMode = "ExactCount"
    exactly.count = amount - reusable
    var request = DeviceRequest()
    request.name = "container-\(index)-request-\(names.firstIndex(of: resource) ?? 0)"
    request.exactly = exactly
    return request
  }
}

extension String {
  /// Whether devices can stand for a resource of this name.
  fileprivate var isDeviceResourceName: Bool {
    ResourceName.isExtended(self) || hasPrefix("deviceclass.resource.kubernetes.io/")
  }
}
