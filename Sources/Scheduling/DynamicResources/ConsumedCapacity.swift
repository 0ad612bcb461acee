import KubernetesModel

/// What a request takes of a device's capacity, by the policy that the device states.
enum ConsumedCapacity {
  /// How a request and a device's capacity go together.
  enum Fit {
    case fits
    case tooLittleLeft
    /// The request names a capacity that the device does not have.
    case undefined
  }

  /// Whether `request` still fits into `device`, of which `allocated` and `allocating` are taken.
  static func fit(
    of request: [String: Quantity], into device: Device, allocated: [String: Quantity],
    allocating: [String: Quantity]
  ) -> Fit {
    guard request.keys.allSatisfy({ device.capacity[$0] != nil }) else { return .undefined }
    for (name, capacity) in device.capacity {
      var taken = amount(of: request[name], from: capacity)
      if let policy = capacity.requestPolicy, violates(taken, policy) { return .tooLittleLeft }
      if let allocated = allocated[name] { taken = taken + allocated }
      if let allocating = allocating[name] { taken = taken + allocating }
      if taken > capacity.value { return .tooLittleLeft }
    }
    return .fits
  }

  /// What `request` takes of every capacity of `device`.
  static func amounts(of request: [String: Quantity], from device: Device) -> [String: Quantity] {
    var amounts: [String: Quantity] = [:]
    for (name, capacity) in device.capacity {
      amounts[name] = amount(of: request[name], from: capacity)
    }
    return amounts
  }

  private static func amount(of request: Quantity?, from capacity: DeviceCapacity) -> Quantity {
    let policy = capacity.requestPolicy
    guard let request else { return policy?.default ?? capacity.value }
    if let range = policy?.validRange, let minimum = range.min {
      return roundedUp(request, from: minimum, by: range.step)
    }
    // The list is in ascending order; a request above all values is left as it is and then refused.
    return policy?.validValues.first { request <= $0 } ?? request
  }

  private static func roundedUp(
    _ request: Quantity, from minimum: Quantity, by step: Quantity?
  ) -> Quantity {
    guard request >= minimum else { return minimum }
    guard let step, step.value > 0 else { return request }
    let (added, lower) = (request.value &- minimum.value, minimum.value)
    let steps = added / step.value &+ (added % step.value == 0 ? 0 : 1)
    return Quantity(lower &+ steps &* step.value, format: .binarySI)
  }

  private static func violates(_ amount: Quantity, _ policy: CapacityRequestPolicy) -> Bool {
    if let standard = policy.default, amount == standard { return false }
    if let range = policy.validRange { return violates(amount, range) }
    return !policy.validValues.isEmpty && !policy.validValues.contains { $0 == amount }
  }

  private static func violates(_ amount: Quantity, _ range: CapacityRequestPolicyRange) -> Bool {
    if let maximum = range.max, amount > maximum { return true }
    guard let step = range.step, step.value > 0 else { return false }
    return (amount.value &- (range.min?.value ?? 0)) % step.value != 0
  }
}
