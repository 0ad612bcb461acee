extension Value {
  /// A length of time, to the nanosecond, up to about 292 years either way as in cel-go.
  package struct Duration: Hashable, Sendable, CustomStringConvertible {
    package var nanoseconds: Int64

    package init(nanoseconds: Int64) {
      self.nanoseconds = nanoseconds
    }

    /// Seconds and an `s`, such as `1.5s`.
    package var description: String {
      let magnitude = nanoseconds.magnitude
      let part = Value.fraction(of: Int64(magnitude % 1_000_000_000), digits: 9)
      return "\(nanoseconds < 0 ? "-" : "")\(magnitude / 1_000_000_000)\(part)s"
    }

    /// Reads numbers with units as Go does, such as `1h30m`, `-1.5s` or `0`; nil for anything else.
    package init?(parsing text: String) {
      var bytes = Array(text.utf8)[...]
      let isNegative = bytes.first == UInt8(ascii: "-")
      if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
      if bytes.elementsEqual("0".utf8) {
        self.init(nanoseconds: 0)
        return
      }
      guard !bytes.isEmpty else { return nil }
      var total: UInt64 = 0
      while !bytes.isEmpty {
        guard let part = Duration.readPart(&bytes) else { return nil }
        let (sum, overflow) = total.addingReportingOverflow(part)
        guard !overflow, sum <= Int64.min.magnitude else { return nil }
        total = sum
      }
      guard isNegative || total < Int64.min.magnitude else { return nil }
      self.init(nanoseconds: Int64(truncatingIfNeeded: isNegative ? 0 &- total : total))
    }

    /// Nanoseconds of one number with its unit.
    private static func readPart(_ bytes: inout ArraySlice<UInt8>) -> UInt64? {
      guard let (whole, wholeDigits) = readDigits(&bytes) else { return nil }
      var fraction: ArraySlice<UInt8> = []
      if bytes.first == UInt8(ascii: ".") {
        bytes.removeFirst()
        fraction = bytes.prefix { $0.digit != nil }
        bytes.removeFirst(fraction.count)
      }
      guard wholeDigits + fraction.count > 0, let unit = readUnit(&bytes) else { return nil }
      let (scaled, overflow) = whole.multipliedReportingOverflow(by: unit)
      guard !overflow else { return nil }
      let (sum, second) = scaled.addingReportingOverflow(part(fraction, of: unit))
      return second ? nil : sum
    }

    private static func readDigits(_ bytes: inout ArraySlice<UInt8>) -> (UInt64, Int)? {
      var (number, digits): (UInt64, Int) = (0, 0)
      while let digit = bytes.first?.digit {
        let (product, overflow) = number.multipliedReportingOverflow(by: 10)
        let (sum, second) = product.addingReportingOverflow(UInt64(digit))
        guard !overflow, !second else { return nil }
        number = sum
        digits += 1
        bytes.removeFirst()
      }
      return (number, digits)
    }

    /// The share of a unit that decimal digits make, cut to whole nanoseconds.
    private static func part(_ digits: ArraySlice<UInt8>, of unit: UInt64) -> UInt64 {
      var (number, scale): (UInt64, UInt64) = (0, 1)
      for digit in digits.prefix(18).compactMap(\.digit) {
        number = number * 10 + UInt64(digit)
        scale *= 10
      }
      let (high, low) = number.multipliedFullWidth(by: unit)
      return scale.dividingFullWidth((high, low)).quotient
    }

    private static func readUnit(_ bytes: inout ArraySlice<UInt8>) -> UInt64? {
      let name = bytes.prefix { $0.digit == nil && $0 != UInt8(ascii: ".") }
      bytes.removeFirst(name.count)
      return switch String(decoding: name, as: UTF8.self) {
      case "ns": 1
      case "us", "µs", "μs": 1000
      case "ms": 1_000_000
      case "s": 1_000_000_000
      case "m": 60_000_000_000
      case "h": 3_600_000_000_000
      default: nil
      }
    }
  }
}

extension Value.Duration {
  private static let overflow = EvaluationError(.overflow, "duration overflow")

  func adding(_ other: Self) throws(EvaluationError) -> Self {
    let (sum, overflow) = nanoseconds.addingReportingOverflow(other.nanoseconds)
    if overflow { throw Self.overflow }
    return Self(nanoseconds: sum)
  }

  func subtracting(_ other: Self) throws(EvaluationError) -> Self {
    let (rest, overflow) = nanoseconds.subtractingReportingOverflow(other.nanoseconds)
    if overflow { throw Self.overflow }
    return Self(nanoseconds: rest)
  }
}
