extension Quantity {
  /// Longer texts are refused, to bound the work on hostile input.
  private static let maximumLength = 4096

  /// Reads a quantity as the API server does, without surrounding white space.
  package init(_ text: String) throws(QuantityError) {
    guard !text.isEmpty else { throw .format }
    guard text.utf8.count <= Quantity.maximumLength else { throw .numeric }
    let octets = text.utf8Span.span
    let parts = try QuantityParts(octets)
    guard let unit = QuantityUnit(suffix: octets.extracting(parts.suffix)) else { throw .suffix }
    if let quick = Quantity(quickly: parts, in: octets, unit, text) {
      self = quick
    } else {
      try self.init(exactly: parts, in: octets, unit)
    }
  }

  /// The way of nearly every quantity: digits that fit in 64 bits with room to spare.
  private init?(
    quickly parts: QuantityParts, in octets: Span<UInt8>, _ unit: QuantityUnit, _ text: String
  ) {
    let digits = parts.digitCount
    var scale: Int32 = 0
    var factor: Int64 = 1
    switch unit.format {
    case .decimalExponent, .decimalSI:
      guard digits <= 18 else { return nil }
      scale = unit.exponent &- Int32(parts.fraction.count)
    case .binarySI:
      // A binary factor of 2^10 takes up about three decimal digits.
      guard parts.fraction.isEmpty, 14 - digits - Int(unit.exponent) * 3 / 10 >= 0 else {
        return nil
      }
      factor = 1 << Int64(unit.exponent)
    }
    guard scale >= -9 else { return nil }
    var number: Int64 = 0
    for place in parts.whole { number = number * 10 + Int64(octets[place] - 0x30) }
    for place in parts.fraction { number = number * 10 + Int64(octets[place] - 0x30) }
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    let amount = ScaledInteger(parts.isNegative ? 0 - product : product, scale: scale)
    let isKept = parts.isKept(unit, number: number, scale: scale)
    self.init(.small(amount), unit.format, spelling: isKept ? text : nil)
  }

  private init(
    exactly parts: QuantityParts, in octets: Span<UInt8>, _ unit: QuantityUnit
  ) throws(QuantityError) {
    guard parts.hasDigits else { throw .numeric }
    var format = unit.format
    var amount = BigDecimal(
      BigInteger(digits: parts.digits(in: octets)), exponent: -parts.fraction.count)
    if format == .binarySI {
      amount.unscaled.shiftLeft(Int(unit.exponent))
    } else {
      // 32 bits wrap around here upstream.
      amount.exponent = Int(Int32(amount.exponent) &+ unit.exponent)
    }
    // Nothing asked for is rounded to nothing.
    if !amount.unscaled.isZero { amount = amount.rounded(toExponent: -9) }
    if format == .binarySI {
      let limit = BigDecimal(BigInteger(.max), exponent: 0)
      if amount.order(limit) > 0 { amount = limit }
      let isBelowOne = amount.order(BigDecimal(BigInteger(1), exponent: 0)) < 0
      if isBelowOne, !amount.unscaled.isZero { format = .decimalSI }
    }
    if parts.isNegative { amount.unscaled.negate() }
    self.init(.big(amount), format)
  }
}

/// A quantity cut into its parts, before they are understood.
private struct QuantityParts {
  var isNegative = false
  /// Where the digits before the point stand, without leading zeros.
  var whole: Range<Int>
  var fraction: Range<Int>
  var suffix: Range<Int>
  /// Whether a digit stands anywhere before the suffix.
  var hasDigits: Bool

  init(_ octets: Span<UInt8>) throws(QuantityError) {
    var position = 0
    func digits() -> Range<Int> {
      let start = position
      while position < octets.count, isDigit(octets[position]) { position += 1 }
      return start..<position
    }
    if octets.count > 0, isSign(octets[0]) {
      isNegative = octets[0] == UInt8(ascii: "-")
      position = 1
    }
    let leading = digits()
    var first = leading.lowerBound
    while first < leading.upperBound, octets[first] == 0x30 { first += 1 }
    whole = first..<leading.upperBound
    fraction = position..<position
    if position < octets.count, octets[position] == UInt8(ascii: ".") {
      position += 1
      fraction = digits()
    }
    hasDigits = !leading.isEmpty || !fraction.isEmpty
    let suffixStart = position
    while position < octets.count, isSuffixLetter(octets[position]) { position += 1 }
    if position < octets.count, isSign(octets[position]) { position += 1 }
    _ = digits()
    guard position == octets.count else { throw .format }
    suffix = suffixStart..<position
  }

  /// How many digits there are, with a zero before the point where none stands there.
  var digitCount: Int { max(1, whole.count) + fraction.count }

  func digits(in octets: Span<UInt8>) -> [UInt8] {
    var digits: [UInt8] = whole.isEmpty ? [0x30] : []
    digits.reserveCapacity(digitCount)
    for place in whole { digits.append(octets[place]) }
    for place in fraction { digits.append(octets[place]) }
    return digits
  }

  /// Whether the API server takes the text for canonical already, which it decides roughly.
  func isKept(_ unit: QuantityUnit, number: Int64, scale: Int32) -> Bool {
    guard unit.format != .binarySI else { return unit.exponent % 10 == 0 && number & 7 != 0 }
    let endsInThreeZeros = digitCount >= 3 && number % 1000 == 0
    return scale % 3 == 0 && !endsInThreeZeros && !whole.isEmpty
  }
}

/// What a suffix means.
private struct QuantityUnit {
  var exponent: Int32
  var format: Quantity.Format

  init?(suffix: Span<UInt8>) {
    switch suffix.count {
    case 0: (exponent, format) = (0, .decimalSI)
    case 1:
      guard let exponent = Self.decimalExponent(suffix[0]) else { return nil }
      (self.exponent, format) = (exponent, .decimalSI)
    default:
      if suffix.count == 2, suffix[1] == UInt8(ascii: "i"),
        let exponent = Self.binaryExponent(suffix[0])
      {
        (self.exponent, format) = (exponent, .binarySI)
        return
      }
      guard suffix[0] | 0x20 == UInt8(ascii: "e"), let exponent = Self.number(after: suffix) else {
        return nil
      }
      (self.exponent, format) = (Int32(truncatingIfNeeded: exponent), .decimalExponent)
    }
  }

  /// The number behind the letter of an exponent.
  private static func number(after suffix: Span<UInt8>) -> Int64? {
    unsafe suffix.withUnsafeBufferPointer {
      unsafe Int64(String(decoding: $0.dropFirst(), as: UTF8.self))
    }
  }

  private static func decimalExponent(_ letter: UInt8) -> Int32? {
    switch letter {
    case UInt8(ascii: "n"): -9
    case UInt8(ascii: "u"): -6
    case UInt8(ascii: "m"): -3
    case UInt8(ascii: "k"): 3
    case UInt8(ascii: "M"): 6
    case UInt8(ascii: "G"): 9
    case UInt8(ascii: "T"): 12
    case UInt8(ascii: "P"): 15
    case UInt8(ascii: "E"): 18
    default: nil
    }
  }

  private static func binaryExponent(_ letter: UInt8) -> Int32? {
    switch letter {
    case UInt8(ascii: "K"): 10
    case UInt8(ascii: "M"): 20
    case UInt8(ascii: "G"): 30
    case UInt8(ascii: "T"): 40
    case UInt8(ascii: "P"): 50
    case UInt8(ascii: "E"): 60
    default: nil
    }
  }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
private func isSign(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
}
private func isSuffixLetter(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "i"), UInt8(ascii: "n"),
    UInt8(ascii: "u"), UInt8(ascii: "m"), UInt8(ascii: "k"), UInt8(ascii: "K"), UInt8(ascii: "M"),
    UInt8(ascii: "G"), UInt8(ascii: "T"), UInt8(ascii: "P"):
    true
  default: false
  }
}
