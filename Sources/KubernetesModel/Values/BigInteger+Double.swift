extension BigInteger {
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
}
