/// A decimal number of any size: `unscaled × 10^exponent`, for quantities that 64 bits do not hold.
///
/// Work with powers of ten is bounded: an operand so far away that it would need more than
/// ``maximumShift`` further digits is treated as vanishing beside the other.
struct BigDecimal: Sendable {
  static let maximumShift = 8192

  var unscaled: BigInteger
  /// The opposite of what upstream calls the scale of its decimal.
  var exponent: Int

  init(_ unscaled: BigInteger, exponent: Int) {
    self.unscaled = unscaled
    self.exponent = exponent
  }

  init(_ amount: ScaledInteger) {
    self.init(BigInteger(amount.value), exponent: Int(amount.scale))
  }

  /// This number with the given exponent; digits that do not fit there round away from zero.
  ///
  /// A number whose exponent is too high above keeps it, since its digits would not fit in memory.
  func rounded(toExponent target: Int) -> BigDecimal {
    var result = self
    if exponent >= target {
      guard exponent - target <= BigDecimal.maximumShift else { return self }
      result.unscaled.scaleUp(exponent - target)
    } else if result.unscaled.scaleDown(target - exponent) {
      let one = BigInteger(unscaled.isNegative ? -1 : 1)
      result.unscaled = result.unscaled + one
    }
    result.exponent = target
    return result
  }

  static func + (one: BigDecimal, other: BigDecimal) -> BigDecimal {
    let target = min(one.exponent, other.exponent)
    let left = one.rounded(toExponent: target)
    let right = other.rounded(toExponent: target)
    guard left.exponent == right.exponent else {
      let isOneHigher = left.exponent > right.exponent
      let (higher, lower) = isOneHigher ? (left, right) : (right, left)
      return higher.unscaled.isZero ? lower : higher
    }
    return BigDecimal(left.unscaled + right.unscaled, exponent: left.exponent)
  }

  /// Negative, zero or positive as `self` is below, equal to or above `other`; exact at any distance.
  func order(_ other: BigDecimal) -> Int {
    let (sign, otherSign) = (unscaled.signum, other.unscaled.signum)
    guard sign == otherSign, sign != 0 else { return sign - otherSign }
    let (digits, otherDigits) = (leadingPosition, other.leadingPosition)
    guard digits == otherDigits else { return digits < otherDigits ? -sign : sign }
    // The exponents now differ by no more than there are digits.
    let target = min(exponent, other.exponent)
    var (one, two) = (unscaled, other.unscaled)
    one.scaleUp(exponent - target)
    two.scaleUp(other.exponent - target)
    return one < two ? -1 : one == two ? 0 : 1
  }

  /// The decimal position of the first digit.
  private var leadingPosition: Int { unscaled.magnitude.description.utf8.count + exponent }

  /// The same number without trailing zeros in the digits, so that equal numbers look the same.
  var reduced: BigDecimal {
    var result = self
    result.exponent += Int(result.unscaled.removeFactors(of: 10))
    if result.unscaled.isZero { result.exponent = 0 }
    return result
  }

  /// The value at a power of ten, rounded up and truncated to 64 bits exactly as upstream's
  /// `scaledValue` does, which is meaningless for what does not fit.
  func scaledValue(_ target: Int) -> Int64 {
    let shift = target - exponent
    if shift == 0 { return unscaled.truncated }
    // Expanded, all 64 bits would be zero.
    if shift < -BigDecimal.maximumShift { return 0 }
    if shift < 0 { return unscaled.truncated &* wrappedPower(-shift) }
    if shift < 19, unscaled < BigInteger(.max) {
      let (quotient, rest) = unscaled.truncated.quotientAndRemainder(
        dividingBy: wrappedPower(shift))
      return rest == 0 ? quotient : quotient &+ 1
    }
    var quotient = unscaled
    let isInexact = quotient.scaleDown(shift)
    // Euclidean division, then one more for a remainder: negative numbers end where they began.
    return unscaled.isNegative || !isInexact ? quotient.truncated : quotient.truncated &+ 1
  }

  /// A power of ten converted from floating point to 64 bits as on amd64, where what does not fit is the minimum.
  private func wrappedPower(_ exponent: Int) -> Int64 {
    guard exponent < 19 else { return .min }
    return (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
