/// `value × 10^scale` in 64 and 32 bits: how nearly every quantity is kept.
///
/// Overflow behaves as it does upstream (`int64Amount`), since answers to hostile quantities are compared with it.
struct ScaledInteger: Sendable {
  var value: Int64
  var scale: Int32

  init(_ value: Int64, scale: Int32 = 0) {
    self.value = value
    self.scale = scale
  }

  /// The sum at the lower of both scales; nil when it does not fit.
  func adding(_ other: ScaledInteger) -> ScaledInteger? {
    if other.value == 0 { return self }
    if value == 0 { return other }
    let target = min(scale, other.scale)
    guard let one = scaledUp(to: target), let two = other.scaledUp(to: target) else { return nil }
    let (sum, overflow) = one.addingReportingOverflow(two)
    return overflow ? nil : ScaledInteger(sum, scale: target)
  }

  /// The value at a lower scale; nil when it does not fit.
  func scaledUp(to target: Int32) -> Int64? {
    let steps = Int(scale) - Int(target)
    guard value != 0, steps != 0 else { return value }
    guard steps <= 18 else { return nil }
    var result = value
    for _ in 0..<steps {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }

  /// The value at another scale: rounded away from zero, or, where it overflows, what upstream answers.
  func scaledValue(_ target: Int32) -> Int64 {
    if scale < target { return roundedDown(by: target &- scale).value }
    let steps = scale &- target
    guard value != 0, steps > 0 else { return value }
    if let exact = scaledUp(to: target) { return exact }
    switch steps {
    case 1, 2, 3, 6, 9: return value == .min ? 0 : wrapped(steps)
    default: return 0
    }
  }

  private func wrapped(_ steps: Int32) -> Int64 {
    (0..<steps).reduce(value) { product, _ in product &* 10 }
  }

  /// Drops `steps` decimal digits, rounding away from zero.
  func roundedDown(by steps: Int32) -> (value: Int64, isExact: Bool) {
    var result = value
    var isExact = true
    var left = steps
    while left > 0, result != 0 {
      if result % 10 != 0 { isExact = false }
      result /= 10
      left -= 1
    }
    if !isExact { result += value > 0 ? 1 : -1 }
    return (result, isExact)
  }

  /// Without trailing decimal zeros, so that equal amounts look the same.
  var reduced: ScaledInteger {
    guard value != 0 else { return ScaledInteger(0) }
    var result = self
    while result.value % 10 == 0, result.scale < .max {
      result.value /= 10
      result.scale += 1
    }
    return result
  }

  /// Negative, zero or positive as `self` is below, equal to or above `other`.
  func order(_ other: ScaledInteger) -> Int {
    let target = min(scale, other.scale)
    if let one = scaledUp(to: target), let two = other.scaledUp(to: target) {
      return one < two ? -1 : one == two ? 0 : 1
    }
    return BigDecimal(self).order(BigDecimal(other))
  }
}
