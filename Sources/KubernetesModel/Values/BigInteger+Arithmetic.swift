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
