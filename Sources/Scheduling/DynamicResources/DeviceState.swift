package import KubernetesModel

/// Resource claims and their allocations as the scheduler has assumed them so far.
package struct DeviceState: Sendable {
  /// What drivers and administrators offer; it does not change.
  let inventory: DeviceInventory
  /// By `namespace/name`.
  let claims: [String: ResourceClaim]
  /// Devices that no new claim can have.
  private(set) var allocated: AllocatedDevices
  /// What was assumed for the claims of pods that were placed, by the claim's UID or full name.
  private(set) var pending: [String: DeviceAllocation] = [:]

  package init(_ snapshot: ClusterSnapshot) {
    inventory = DeviceInventory(snapshot)
    claims = Dictionary(snapshot.resourceClaims.map { ($0.fullName, $0) }) { first, _ in first }
    allocated = AllocatedDevices(claims.values)
  }

  /// Whether an allocation is assumed that the claim's status does not show yet.
  func hasPendingAllocation(_ claim: ResourceClaim) -> Bool { pending[claim.identity] != nil }

  mutating func assume(_ allocation: DeviceAllocation, for claim: ResourceClaim) {
    pending[claim.identity] = allocation
    allocated.add(allocation)
  }

  mutating func takeBack(_ claim: ResourceClaim) {
    guard pending.removeValue(forKey: claim.identity) != nil else { return }
    allocated = AllocatedDevices(claims.values)
    for allocation in pending.values { allocated.add(allocation) }
  }
}

/// Device classes and slices, with what is worked out once about them.
package struct DeviceInventory: Sendable {
  let slices: SliceCatalog
  let classes: [String: DeviceClass]
  let selectors = DeviceSelectorCache()
  /// The class that stands for an extended resource.
  private let classOfResource: [String: String]

  package init(_ snapshot: ClusterSnapshot) {
    slices = SliceCatalog(snapshot.resourceSlices)
    classes = Dictionary(snapshot.deviceClasses.map { ($0.metadata.name, $0) }) { first, _ in first
    }
    var classOfResource: [String: String] = [:]
    // Of several classes for one resource the newest counts, and of those the first by name.
    let ordered = snapshot.deviceClasses.sorted {
      let times = ($0.metadata.creationTimestamp, $1.metadata.creationTimestamp)
      return times.0 == times.1
        ? $0.metadata.name > $1.metadata.name : times.0 ?? .distantPast < times.1 ?? .distantPast
    }
    for deviceClass in ordered {
      let name = deviceClass.metadata.name
      classOfResource["deviceclass.resource.kubernetes.io/\(name)"] = name
      if let resource = deviceClass.spec.extendedResourceName { classOfResource[resource] = name }
    }
    self.classOfResource = classOfResource
  }

  /// The device class that stands for an extended resource, nil when none does.
  package func className(forResource resource: String) -> String? { classOfResource[resource] }
}

extension ResourceClaim {
  /// What tells it from every other claim.
  fileprivate var identity: String { metadata.uid.isEmpty ? fullName : metadata.uid }
}

extension Timestamp {
  fileprivate static let distantPast = Timestamp(seconds: .min, nanoseconds: 0)
}
