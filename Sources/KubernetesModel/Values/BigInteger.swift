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

  init(limbs: [UInt32], isNegative: Bool) {
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
