import KubernetesModel

/// One device under one request, as a key.
struct RequestedDevice: Hashable {
  var device: DeviceID
  var claim: Int
  var request: Int
  var alternative: Int
}

extension DeviceSearch {
  /// What to do when a device that must be picked cannot.
  enum Refusal {
    case silently
    case withError
  }

  func device(at location: DeviceLocation) -> (DeviceID, Device) {
    let slice = pools[location.pool].slices[location.slice]
    return (
      catalog.devices[slice][location.device], catalog.slices[slice].spec.devices[location.device]
    )
  }

  /// The cheap questions first: is it free, does it suit, is there enough of it.
  mutating func isCandidate(
    _ location: DeviceLocation, for asked: DeviceRequestPlan.Alternative, at position: Position
  ) throws(AllocationFailure) -> Bool {
    let (id, device) = device(at: location)
    if asked.adminAccess {
      if isPicked(id, by: position.claim) { return false }
    } else if isInUse(id) {
      return false
    }
    guard try suits(location, asked, at: position) else { return false }
    return fit(of: asked, into: device, id) == .fits
  }

  /// Picks a device for a request, if its counters, taints and the claim's constraints allow it.
  mutating func pick(
    _ location: DeviceLocation, for asked: DeviceRequestPlan.Alternative, at position: Position,
    failing refusal: Refusal
  ) throws(AllocationFailure) -> Bool {
    let (id, device) = device(at: location)
    let isShared = device.allowMultipleAllocations == true
    if !isShared, asked.adminAccess, isPicked(id, by: position.claim) { return false }
    if !asked.adminAccess, isInUse(id) { return false }
    guard takeCounters(location, device, id), !asked.isRepelled(by: device) else { return false }
    guard satisfyConstraints(device, id, asked, at: position) else {
      guard refusal == .withError else { return false }
      throw .fatal(
        "claim \(claims[position.claim].fullName), request \(asked.name.own): "
          + "cannot add device \(id) because a claim constraint would not be satisfied")
    }
    if !isShared { picked[id, default: []].insert(position.claim) }
    // Upstream leaves constraints and counters as they are now when capacity is short here.
    guard fit(of: asked, into: device, id) == .fits else { return false }
    record(device, id, for: asked, isShared: isShared, in: position.claim)
    return true
  }

  /// Takes back one successful pick.
  mutating func unpick(
    _ location: DeviceLocation, for asked: DeviceRequestPlan.Alternative, at position: Position
  ) {
    let (id, device) = device(at: location)
    for index in constraints[position.claim].indices {
      constraints[position.claim][index].remove(for: asked.name)
    }
    let result = results[position.claim].removeLast()
    picked[id]?.remove(position.claim)
    guard device.allowMultipleAllocations == true else {
      if !device.consumesCounters.isEmpty {
        counters.giveBack(for: device, pool: pools[location.pool].id.pool)
      }
      return
    }
    guard !result.consumedCapacity.isEmpty else { return }
    pickedCapacity[id]?.subtract(result.consumedCapacity)
    if pickedCapacity[id]?.values.allSatisfy(\.isZero) == true { pickedCapacity[id] = nil }
  }

  private mutating func record(
    _ device: Device, _ id: DeviceID, for asked: DeviceRequestPlan.Alternative, isShared: Bool,
    in claim: Int
  ) {
    let consumed = isShared ? ConsumedCapacity.amounts(of: asked.capacity, from: device) : [:]
    if isShared { pickedCapacity[id, default: [:]].add(consumed) }
    results[claim].append(
      DeviceAllocation.Result(
        request: asked.name.full, device: id, adminAccess: asked.adminAccess, isShared: isShared,
        consumedCapacity: consumed))
  }

  private mutating func satisfyConstraints(
    _ device: Device, _ id: DeviceID, _ asked: DeviceRequestPlan.Alternative, at position: Position
  ) -> Bool {
    for index in constraints[position.claim].indices {
      guard constraints[position.claim][index].add(device, id, for: asked.name) else {
        for added in 0..<index { constraints[position.claim][added].remove(for: asked.name) }
        return false
      }
    }
    return true
  }

  /// A shared device that is in use has taken its counters already.
  private mutating func takeCounters(
    _ location: DeviceLocation, _ device: Device, _ id: DeviceID
  ) -> Bool {
    guard !device.consumesCounters.isEmpty else { return true }
    if device.allowMultipleAllocations == true,
      allocated.capacity[id] != nil || pickedCapacity[id] != nil
    {
      return true
    }
    let pool = pools[location.pool]
    if !counters.knows(pool: pool.id.pool) {
      counters.open(
        pool: pool.id.pool, counters: pool.counters, allocated: allocatedDevices(of: pool))
    }
    return counters.take(for: device, pool: pool.id.pool)
  }

  private func allocatedDevices(of pool: DevicePool) -> [Device] {
    (pool.slices + pool.otherSlices).flatMap { slice in
      zip(catalog.devices[slice], catalog.slices[slice].spec.devices)
        .filter { allocated.isAllocated($0.0) }.map(\.1)
    }
  }

  private func isInUse(_ id: DeviceID) -> Bool {
    allocated.exclusive.contains(id) || picked[id]?.isEmpty == false
  }

  private func isPicked(_ id: DeviceID, by claim: Int) -> Bool {
    picked[id]?.contains(claim) == true
  }

  func fit(
    of asked: DeviceRequestPlan.Alternative, into device: Device, _ id: DeviceID
  ) -> ConsumedCapacity.Fit {
    ConsumedCapacity.fit(
      of: asked.capacity, into: device, allocated: allocated.capacity[id] ?? [:],
      allocating: pickedCapacity[id] ?? [:])
  }
}
