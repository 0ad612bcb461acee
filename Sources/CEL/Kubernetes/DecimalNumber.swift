/// A whole number of any size times a power of ten.
struct DecimalNumber: Sendable {
  var isNegative = false
  /// Decimal digits, most significant first, without leading zeros; empty for zero.
  private(set) var digits: [UInt8]
  /// The power of ten that the digits count.
  private(set) var exponent: Int

  static let largestExponent = 10_000

  init(digits: some Sequence<UInt8>, exponent: Int, isNegative: Bool = false) {
    self.digits = Array(digits.drop { $0 == 0 })
    self.exponent = exponent
    self.isNegative = isNegative && !self.digits.isEmpty
  }

  /// A number that is not negative, times a power of ten.
  init(magnitude: UInt64, exponent: Int) {
    var (rest, count) = (magnitude, 0)
    while rest > 0 {
      rest /= 10
      count += 1
    }
    digits = []
    digits.reserveCapacity(count)
    var divisor = UInt64(1)
    for _ in 0..<max(0, count - 1) { divisor *= 10 }
    for _ in 0..<count {
      digits.append(UInt8(truncatingIfNeeded: magnitude / divisor % 10))
      divisor /= 10
    }
    self.exponent = exponent
  }

  init(_ number: Int64, exponent: Int = 0) {
    self.init(
      digits: String(number.magnitude).utf8.map { $0 - 48 }, exponent: exponent,
      isNegative: number < 0)
  }

  var isZero: Bool { digits.isEmpty }
  var signum: Int { isZero ? 0 : isNegative ? -1 : 1 }

  func multiplied(by factor: UInt64) -> DecimalNumber {
    var (result, carry): ([UInt8], UInt64) = ([], 0)
    for digit in digits.reversed() {
      let product = UInt64(digit) &* factor &+ carry
      result.append(UInt8(product % 10))
      carry = product / 10
    }
    while carry > 0 {
      result.append(UInt8(carry % 10))
      carry /= 10
    }
    return DecimalNumber(digits: result.reversed(), exponent: exponent, isNegative: isNegative)
  }

  /// The number with zeros in place of the power of ten, down to another power.
  private func aligned(to power: Int) -> [UInt8] {
    digits + [UInt8](repeating: 0, count: max(0, exponent - power))
  }

  /// -1, 0 or 1, as this number is less than, equal to or greater than another.
  func comparison(to other: DecimalNumber) -> Int {
    if signum != other.signum { return signum < other.signum ? -1 : 1 }
    let order = DecimalNumber.magnitudeOrder(self, other)
    return isNegative ? -order : order
  }

  private static func magnitudeOrder(_ one: DecimalNumber, _ two: DecimalNumber) -> Int {
    let (top, otherTop) = (one.digits.count + one.exponent, two.digits.count + two.exponent)
    if one.isZero || two.isZero { return (one.isZero ? 0 : 1) - (two.isZero ? 0 : 1) }
    if top != otherTop { return top < otherTop ? -1 : 1 }
    let length = max(one.digits.count, two.digits.count)
    for index in 0..<length {
      let digit = index < one.digits.count ? one.digits[index] : 0
      let other = index < two.digits.count ? two.digits[index] : 0
      if digit != other { return digit < other ? -1 : 1 }
    }
    return 0
  }

  var negated: DecimalNumber {
    DecimalNumber(digits: digits, exponent: exponent, isNegative: !isNegative)
  }

  func adding(_ other: DecimalNumber) -> DecimalNumber {
    let power = min(exponent, other.exponent)
    let (one, two) = (aligned(to: power), other.aligned(to: power))
    if isNegative == other.isNegative {
      return DecimalNumber(
        digits: DecimalNumber.sum(one, two), exponent: power, isNegative: isNegative)
    }
    let isLess = DecimalNumber.magnitudeOrder(self, other) < 0
    let difference =
      isLess ? DecimalNumber.difference(two, one) : DecimalNumber.difference(one, two)
    return DecimalNumber(
      digits: difference, exponent: power, isNegative: isLess ? other.isNegative : isNegative)
  }

  private static func sum(_ one: [UInt8], _ two: [UInt8]) -> [UInt8] {
    var (result, carry): ([UInt8], UInt8) = ([], 0)
    let (one, two) = (Array(one.reversed()), Array(two.reversed()))
    for index in 0..<max(one.count, two.count) {
      let digit =
        (index < one.count ? one[index] : 0) + (index < two.count ? two[index] : 0) + carry
      result.append(digit % 10)
      carry = digit / 10
    }
    if carry > 0 { result.append(carry) }
    return result.reversed()
  }

  /// The difference of two magnitudes, the first not the smaller one.
  private static func difference(_ one: [UInt8], _ two: [UInt8]) -> [UInt8] {
    var (result, borrow): ([UInt8], UInt8) = ([], 0)
    let (one, two) = (Array(one.reversed()), Array(two.reversed()))
    for index in 0..<max(one.count, two.count) {
      let digit = index < one.count ? one[index] : 0
      let less = (index < two.count ? two[index] : 0) + borrow
      result.append(digit >= less ? digit - less : digit + 10 - less)
      borrow = digit >= less ? 0 : 1
    }
    return result.reversed()
  }

  /// The number rounded away from zero to a multiple of a power of ten.
  func roundedUp(to power: Int) -> DecimalNumber {
    guard exponent < power, !isZero else { return self }
    let cut = power - exponent
    let kept = Array(digits.dropLast(cut))
    let isExact = digits.suffix(cut).allSatisfy { $0 == 0 }
    let rounded = isExact ? kept : DecimalNumber.sum(kept, [1])
    return DecimalNumber(digits: rounded, exponent: power, isNegative: isNegative)
  }

  /// The number as a double, nearest to it.
  var approximation: Double {
    let text = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
    return Double("\(isNegative ? "-" : "")\(isZero ? "0" : text)e\(exponent)") ?? 0
  }

  /// The number as an integer when it is one and fits.
  var whole: Int64? {
    guard !isZero else { return 0 }
    var digits = digits
    if exponent < 0 {
      guard digits.suffix(-exponent).allSatisfy({ $0 == 0 }), digits.count >= -exponent else {
        return nil
      }
      digits.removeLast(-exponent)
    } else {
      guard digits.count + exponent <= 20 else { return nil }
      digits += [UInt8](repeating: 0, count: exponent)
    }
    return Int64((isNegative ? "-" : "") + String(decoding: digits.map { $0 + 48 }, as: UTF8.self))
  }
}
