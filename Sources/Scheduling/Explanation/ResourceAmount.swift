package import KubernetesModel

/// An amount of a resource as the scheduler counts it: cpu in thousandths, all else in whole units.
package struct ResourceAmount: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let resource: String
  package let value: Int64

  package init(_ value: Int64, of resource: String) {
    self.resource = resource
    self.value = value
  }

  /// The amount as a manifest writes it, without loss.
  package var quantity: Quantity {
    if resource == "cpu" { return Quantity(milli: value) }
    return Quantity(value, format: isBytes ? .binarySI : .decimalSI)
  }

  private var isBytes: Bool {
    resource == "memory" || resource == "ephemeral-storage" || ResourceName.isHugePages(resource)
  }

  /// The amount for a person: two decimals at most, cpu in cores, bytes with a suffix of 1024.
  package var description: String {
    if resource == "cpu" { return Self.decimal(hundredths: value / 10) }
    guard isBytes, value.magnitude >= 1024 else { return String(value) }
    let suffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
    var (unit, exponent) = (Int64(1), 0)
    while exponent < suffixes.count - 1, value.magnitude / UInt64(unit) >= 1024 {
      unit *= 1024
      exponent += 1
    }
    let (whole, rest) = value.quotientAndRemainder(dividingBy: unit)
    let fraction = Int64(Double(rest) / Double(unit) * 100)
    return Self.decimal(hundredths: whole &* 100 &+ fraction) + suffixes[exponent]
  }

  private static func decimal(hundredths: Int64) -> String {
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0
      ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  package static func < (one: ResourceAmount, other: ResourceAmount) -> Bool {
    (one.resource, one.value) < (other.resource, other.value)
  }
}

/// How much of one resource a node has too little of for a pod.
package struct ResourceShortage: Hashable, Sendable {
  /// `pods` for the number of pods.
  package var resource: String
  package var requested: ResourceAmount
  package var allocatable: ResourceAmount
  package var inUse: ResourceAmount

  package init(of resource: String, requested: Int64, allocatable: Int64, inUse: Int64) {
    self.resource = resource
    self.requested = ResourceAmount(requested, of: resource)
    self.allocatable = ResourceAmount(allocatable, of: resource)
    self.inUse = ResourceAmount(inUse, of: resource)
  }

  /// Negative when more is in use than the node has.
  package var free: ResourceAmount {
    ResourceAmount(allocatable.value &- inUse.value, of: resource)
  }

  package var shortBy: ResourceAmount {
    ResourceAmount(requested.value &- free.value, of: resource)
  }

  /// Whether even the empty node has too little, so that nothing can be freed to make room.
  package var exceedsNode: Bool { requested.value > allocatable.value }

  /// `cpu: 64 requested, 2 allocatable, 1.35 in use`.
  package var says: String {
    "\(resource): \(requested) requested, \(allocatable) allocatable"
      + (inUse.value == 0 ? "" : ", \(inUse) in use")
  }
}
