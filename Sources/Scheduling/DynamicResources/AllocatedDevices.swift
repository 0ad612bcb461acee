import KubernetesModel

/// The devices that allocated claims hold.
struct AllocatedDevices: Sendable {
  /// Devices that one claim has for itself.
  private(set) var exclusive: Set<DeviceID> = []
  /// Devices that several claims may share, with what is taken of their capacity.
  private(set) var shared: [DeviceID: [String: Quantity]] = [:]

  /// Adds what a claim's status lists; devices with admin access are not taken.
  mutating func add(_ allocation: DeviceAllocation) {
    for result in allocation.results where !result.adminAccess {
      guard result.isShared else {
        exclusive.insert(result.device)
        continue
      }
      shared[result.device, default: [:]].add(result.consumedCapacity)
    }
  }

  func isAllocated(_ device: DeviceID) -> Bool {
    exclusive.contains(device) || shared[device] != nil
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
