/// An exact amount of a resource with the notation it was written in, such as `100m`, `1.5Gi` or `12e6`.
///
/// Behaves as `resource.Quantity` of Kubernetes 1.36, also where that overflows.
package struct Quantity: Sendable {
  /// The family of suffixes that a quantity is written with.
  package enum Format: String, Sendable {
    /// `12e6`
    case decimalExponent = "DecimalExponent"
    /// `12Mi`
    case binarySI = "BinarySI"
    /// `12M`
    case decimalSI = "DecimalSI"
  }

  enum Amount: Sendable {
    case small(ScaledInteger)
    case big(BigDecimal)
  }

  var amount: Amount
  /// How the quantity is written.
  package internal(set) var format: Format
  /// The text as written, where the API server keeps it as canonical without looking closer.
  var spelling: String?

  init(_ amount: Amount, _ format: Format, spelling: String? = nil) {
    self.amount = amount
    self.format = format
    self.spelling = spelling
  }

  /// Zero.
  package init() {
    self.init(.small(ScaledInteger(0)), .decimalSI)
  }

  /// A whole number.
  package init(_ value: Int64, format: Format = .decimalSI) {
    self.init(.small(ScaledInteger(value)), format)
  }

  /// Thousandths, as CPU is counted.
  package init(milli value: Int64, format: Format = .decimalSI) {
    self.init(.small(ScaledInteger(value, scale: -3)), format)
  }

  package static let zero = Quantity()

  /// The amount rounded away from zero to a whole number; meaningless beyond 64 bits, as upstream.
  package var value: Int64 { scaledValue(0) }

  /// The amount in thousandths, rounded away from zero; meaningless beyond 64 bits, as upstream.
  package var milliValue: Int64 { scaledValue(-3) }

  /// The amount in units of `10^scale`, rounded away from zero.
  package func scaledValue(_ scale: Int32) -> Int64 {
    switch amount {
    case .small(let small): small.scaledValue(scale)
    case .big(let big): big.scaledValue(Int(scale))
    }
  }

  /// -1, 0 or 1.
  package var sign: Int {
    switch amount {
    case .small(let small): Int(small.value.signum())
    case .big(let big): big.unscaled.signum
    }
  }

  package var isZero: Bool { sign == 0 }

  /// The whole number when 64 bits hold it exactly, for which no rounding is needed.
  package var exactValue: Int64? {
    guard case .small(let small) = amount, small.scale >= 0 else { return nil }
    return small.scaledUp(to: 0)
  }

  /// The amount in floating point, exactly as `AsApproximateFloat64` rounds it.
  package var approximateDouble: Double {
    let (base, exponent) =
      switch amount {
      case .small(let small): (Double(small.value), Int(small.scale))
      case .big(let big): (big.unscaled.double, big.exponent)
      }
    return exponent == 0 ? base : base * powerOfTen(exponent)
  }

  var decimal: BigDecimal {
    switch amount {
    case .small(let small): BigDecimal(small)
    case .big(let big): big
    }
  }
}

/// Powers of ten as Go computes them: a table for tens of exponents times a table for units.
private func powerOfTen(_ exponent: Int) -> Double {
  switch exponent {
  case 0...308: positiveTable[exponent / 32] * unitTable[exponent % 32]
  case -323...0: negativeTable[-exponent / 32] / unitTable[-exponent % 32]
  case 309...: .infinity
  default: 0
  }
}

private let unitTable: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31,
]
private let positiveTable: [Double] = [
  1e0, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288,
]
private let negativeTable: [Double] = [
  1e0, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288,
  // 1e-320, which is subnormal.
  Double(bitPattern: 2024),
]
