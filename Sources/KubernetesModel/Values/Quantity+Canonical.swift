extension Quantity: CustomStringConvertible {
  /// The canonical text: no fraction, the largest suffix that loses nothing, in this quantity's notation.
  package var description: String {
    if let spelling { return spelling }
    guard !isZero else { return "0" }
    guard format == .binarySI, let binary = binaryText else { return decimalText }
    return binary
  }

  /// With a suffix of 1024; nil for fractions and for what is below 1024, which read better in decimal.
  private var binaryText: String? {
    let limit = Quantity(1024)
    guard order(-limit) <= 0 || order(limit) >= 0 else { return nil }
    if case .small(let small) = amount {
      guard small.scale >= 0 else { return roundedBinaryText(small) }
      if let whole = small.scaledUp(to: 0) { return Self.binaryText(of: whole) }
    }
    let whole = decimal.rounded(toExponent: 0)
    guard whole.order(decimal) == 0 else { return nil }
    var digits = whole.unscaled
    let times = digits.removeFactors(of: 1024)
    return "\(digits)\(Self.binarySuffix(times))"
  }

  private func roundedBinaryText(_ small: ScaledInteger) -> String? {
    let (whole, isExact) = small.roundedDown(by: 0 &- small.scale)
    return isExact ? Self.binaryText(of: whole) : nil
  }

  private static func binaryText(of value: Int64) -> String {
    var (digits, times) = (value, Int32(0))
    while digits.magnitude >= 1024, digits % 1024 == 0, digits != .min {
      digits /= 1024
      times += 1
    }
    return "\(digits)\(binarySuffix(times))"
  }

  private static func binarySuffix(_ times: Int32) -> String {
    let suffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
    return Int(times) < suffixes.count ? suffixes[Int(times)] : ""
  }

  /// Digits and an exponent that is a multiple of three.
  private var decimalText: String {
    var (digits, exponent): (BigInteger, Int32)
    if case .small(let small) = amount, small.value != .min {
      let reduced = small.reduced
      (digits, exponent) = (BigInteger(reduced.value), reduced.scale)
    } else {
      (digits, exponent) = (decimal.unscaled, Int32(truncatingIfNeeded: decimal.exponent))
      exponent = exponent &+ digits.removeFactors(of: 10)
    }
    while exponent % 3 != 0 {
      digits.multiply(by: 10)
      exponent = exponent &- 1
    }
    return "\(digits)\(decimalSuffix(exponent))"
  }

  /// Without a suffix beyond `E`, as Kubernetes 1.36 prints such numbers.
  private func decimalSuffix(_ exponent: Int32) -> String {
    if format == .decimalExponent { return exponent == 0 ? "" : "e\(exponent)" }
    return switch exponent {
    case -9: "n"
    case -6: "u"
    case -3: "m"
    case 3: "k"
    case 6: "M"
    case 9: "G"
    case 12: "T"
    case 15: "P"
    case 18: "E"
    default: ""
    }
  }
}
