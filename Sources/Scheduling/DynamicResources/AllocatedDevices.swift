import KubernetesModel

/// The devices that allocated claims hold.
struct AllocatedDevices: Sendable {
  /// Devices that one claim has for itself.
  private(set) var exclusive: Set<DeviceID> = []
  /// Devices of which several claims may have a part.
  private(set) var shared: Set<DeviceID> = []
  /// What is taken of the capacity of shared devices.
  private(set) var capacity: [DeviceID: [String: Quantity]] = [:]

  /// What the statuses of `claims` list.
  init(_ claims: some Sequence<ResourceClaim>) {
    for allocation in claims.lazy.compactMap(\.status.allocation) {
      for result in allocation.devices.results where result.adminAccess != true {
        add(DeviceAllocation.Result(result))
      }
    }
  }

  /// Adds what a claim gets; devices with admin access are not taken.
  mutating func add(_ allocation: DeviceAllocation) {
    for result in allocation.results where !result.adminAccess { add(result) }
  }

  private mutating func add(_ result: DeviceAllocation.Result) {
    guard result.isShared else {
      exclusive.insert(result.device)
      return
    }
    shared.insert(result.device)
    if !result.consumedCapacity.isEmpty {
      capacity[result.device, default: [:]].add(result.consumedCapacity)
    }
  }

  func isAllocated(_ device: DeviceID) -> Bool {
    exclusive.contains(device) || shared.contains(device)
  }
}

extension DeviceAllocation.Result {
  init(_ result: DeviceRequestAllocationResult) {
    self.init(
      request: result.request,
      device: DeviceID(driver: result.driver, pool: result.pool, device: result.device),
      adminAccess: result.adminAccess ?? false, isShared: result.shareID != nil,
      consumedCapacity: result.consumedCapacity)
  }
}

extension [String: Quantity] {
  mutating func add(_ amounts: [String: Quantity]) {
    for (name, amount) in amounts { self[name] = self[name].map { $0 + amount } ?? amount }
  }

  mutating func subtract(_ amounts: [String: Quantity]) {
    for (name, amount) in amounts { self[name] = self[name].map { $0 - amount } }
  }
}
