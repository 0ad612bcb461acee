/// An integer of any size: the little that exact quantities need beyond 64 bits.
struct BigInteger: Sendable {
  /// Least significant first, without leading zeros; empty for zero.
  private(set) var limbs: [UInt32] = []
  private(set) var isNegative = false

  init(_ value: Int64) {
    let magnitude = value.magnitude
    limbs = [UInt32(truncatingIfNeeded: magnitude), UInt32(truncatingIfNeeded: magnitude >> 32)]
    isNegative = value < 0
    trim()
  }

  /// Reads ASCII decimal digits; the caller bounds their number.
  init(digits: some Sequence<UInt8>) {
    for digit in digits { multiply(by: 10, adding: UInt32(digit &- 0x30)) }
  }

  private init(limbs: [UInt32], isNegative: Bool) {
    self.limbs = limbs
    self.isNegative = isNegative
    trim()
  }

  var isZero: Bool { limbs.isEmpty }
  var signum: Int { isZero ? 0 : isNegative ? -1 : 1 }

  var negated: BigInteger { BigInteger(limbs: limbs, isNegative: !isNegative) }
  var magnitude: BigInteger { BigInteger(limbs: limbs, isNegative: false) }

  /// The lowest 64 bits of the magnitude with the sign applied, as Go's `big.Int.Int64` truncates.
  var truncated: Int64 {
    var low: UInt64 = 0
    if limbs.count > 0 { low = UInt64(limbs[0]) }
    if limbs.count > 1 { low |= UInt64(limbs[1]) << 32 }
    let value = Int64(bitPattern: low)
    return isNegative ? 0 &- value : value
  }

  /// The value, when 64 bits hold it.
  var exact: Int64? {
    guard limbs.count <= 2 else { return nil }
    let value = truncated
    return value == 0 || (value < 0) == isNegative ? value : nil
  }

  mutating func negate() {
    isNegative = !isNegative && !isZero
  }

  mutating func multiply(by factor: UInt32, adding addend: UInt32 = 0) {
    var carry = UInt64(addend)
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * UInt64(factor) + carry
      limbs[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry != 0 { limbs.append(UInt32(carry)) }
    trim()
  }

  /// Divides the magnitude, truncating, and gives the remainder of the magnitude.
  @discardableResult
  mutating func divide(by divisor: UInt32) -> UInt32 {
    var remainder: UInt64 = 0
    for index in limbs.indices.reversed() {
      let dividend = remainder << 32 | UInt64(limbs[index])
      limbs[index] = UInt32(dividend / UInt64(divisor))
      remainder = dividend % UInt64(divisor)
    }
    trim()
    return UInt32(remainder)
  }

  private mutating func trim() {
    while limbs.last == 0 { limbs.removeLast() }
    if limbs.isEmpty { isNegative = false }
  }
}

extension BigInteger {
  /// Multiplies by a power of ten; the caller bounds the exponent.
  mutating func scaleUp(_ exponent: Int) {
    guard !isZero else { return }
    for _ in 0..<(exponent / 9) { multiply(by: 1_000_000_000) }
    multiply(by: smallPower(exponent % 9))
  }

  /// Divides by a power of ten, towards zero, and says whether something was cut off.
  mutating func scaleDown(_ exponent: Int) -> Bool {
    var isInexact = false
    var left = exponent
    while left > 0, !isZero {
      let step = min(left, 9)
      if divide(by: smallPower(step)) != 0 { isInexact = true }
      left -= step
    }
    return isInexact
  }

  mutating func shiftLeft(_ bits: Int) {
    for _ in 0..<(bits / 16) { multiply(by: 65536) }
    multiply(by: 1 << UInt32(bits % 16))
  }

  /// Divides by `factor` as long as nothing remains; answers how often.
  mutating func removeFactors(of factor: UInt32) -> Int32 {
    var times: Int32 = 0
    while !isZero {
      var quotient = self
      guard quotient.divide(by: factor) == 0 else { break }
      self = quotient
      times += 1
    }
    return times
  }

  private func smallPower(_ exponent: Int) -> UInt32 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

extension BigInteger: Comparable, CustomStringConvertible {
  static func + (one: BigInteger, other: BigInteger) -> BigInteger {
    if one.isNegative == other.isNegative {
      return BigInteger(limbs: sum(one.limbs, other.limbs), isNegative: one.isNegative)
    }
    switch order(one.limbs, other.limbs) {
    case ..<0: return BigInteger(limbs: rest(other.limbs, one.limbs), isNegative: other.isNegative)
    default: return BigInteger(limbs: rest(one.limbs, other.limbs), isNegative: one.isNegative)
    }
  }

  static func < (one: BigInteger, other: BigInteger) -> Bool {
    switch (one.isNegative, other.isNegative) {
    case (true, false): true
    case (false, true): false
    case (false, false): order(one.limbs, other.limbs) < 0
    case (true, true): order(one.limbs, other.limbs) > 0
    }
  }

  static func == (one: BigInteger, other: BigInteger) -> Bool {
    one.isNegative == other.isNegative && one.limbs == other.limbs
  }

  /// The decimal digits, with a minus where negative.
  var description: String {
    guard !isZero else { return "0" }
    var groups: [UInt32] = []
    var rest = self
    while !rest.isZero { groups.append(rest.divide(by: 1_000_000_000)) }
    var text = isNegative ? "-" : ""
    text += String(groups[groups.count - 1])
    for group in groups.dropLast().reversed() {
      let digits = String(group)
      text += String(repeating: "0", count: 9 - digits.count) + digits
    }
    return text
  }

  /// The nearest floating-point number, ties to even, infinite when out of range.
  var double: Double {
    guard let top = limbs.last else { return 0 }
    let bits = limbs.count * 32 - top.leadingZeroBitCount
    let dropped = max(0, bits - 64)
    var window = bitsFrom(dropped)
    if dropped > 0, hasBits(below: dropped) { window |= 1 }
    let value = Double(sign: .plus, exponent: dropped, significand: Double(window))
    return isNegative ? -value : value
  }

  /// The 64 bits that start at `offset`.
  private func bitsFrom(_ offset: Int) -> UInt64 {
    var window: UInt64 = 0
    for position in 0..<3 where offset / 32 + position < limbs.count {
      let shift = position * 32 - offset % 32
      let limb = UInt64(limbs[offset / 32 + position])
      window |= shift >= 0 ? limb << UInt64(shift) : limb >> UInt64(-shift)
    }
    return window
  }

  private func hasBits(below offset: Int) -> Bool {
    for index in 0..<(offset / 32) where limbs[index] != 0 { return true }
    return limbs[offset / 32] & ((1 << UInt32(offset % 32)) - 1) != 0
  }

  private static func order(_ one: [UInt32], _ other: [UInt32]) -> Int {
    guard one.count == other.count else { return one.count < other.count ? -1 : 1 }
    for index in one.indices.reversed() where one[index] != other[index] {
      return one[index] < other[index] ? -1 : 1
    }
    return 0
  }

  private static func sum(_ one: [UInt32], _ other: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var carry: UInt64 = 0
    for index in 0..<max(one.count, other.count) {
      carry += index < one.count ? UInt64(one[index]) : 0
      carry += index < other.count ? UInt64(other[index]) : 0
      result.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    if carry != 0 { result.append(UInt32(carry)) }
    return result
  }

  /// The difference of two magnitudes of which the first is not the smaller.
  private static func rest(_ one: [UInt32], _ other: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var borrow: Int64 = 0
    for index in one.indices {
      let subtrahend = index < other.count ? Int64(other[index]) : 0
      let digit = Int64(one[index]) - subtrahend - borrow
      borrow = digit < 0 ? 1 : 0
      result.append(UInt32(truncatingIfNeeded: digit))
    }
    return result
  }
}
