extension Quantity {
  /// Longer texts are refused, to bound the work on hostile input.
  private static let maximumLength = 4096

  /// Reads a quantity as the API server does, without surrounding white space.
  package init(_ text: String) throws(QuantityError) {
    if let plain = Quantity(plain: text) {
      self = plain
      return
    }
    guard !text.isEmpty else { throw .format }
    guard text.utf8.count <= Quantity.maximumLength else { throw .numeric }
    let parts = try QuantityParts(Array(text.utf8))
    guard let unit = QuantityUnit(suffix: parts.suffix) else { throw .suffix }
    if let quick = Quantity(quickly: parts, unit, text) {
      self = quick
    } else {
      try self.init(exactly: parts, unit)
    }
  }

  /// A few digits and a suffix of at most two letters, read without taking the text apart; nil for others.
  private init?(plain text: String) {
    let octets = text.utf8Span.span
    var (number, digits) = (Int64(0), 0)
    while digits < octets.count, digits < 15, isDigit(octets[digits]) {
      number = number * 10 + Int64(octets[digits] - 0x30)
      digits += 1
    }
    let isPlain = digits == 1 || (digits > 1 && octets[0] != 0x30)
    guard isPlain, let unit = QuantityUnit(plain: octets.extracting(droppingFirst: digits)) else {
      return nil
    }
    if unit.format == .binarySI {
      guard 14 - digits - Int(unit.exponent) * 3 / 10 >= 0 else { return nil }
      let amount = ScaledInteger(number << Int64(unit.exponent))
      self.init(.small(amount), .binarySI, spelling: number & 7 != 0 ? text : nil)
    } else {
      let amount = ScaledInteger(number, scale: unit.exponent)
      self.init(.small(amount), .decimalSI, spelling: number % 1000 != 0 ? text : nil)
    }
  }

  /// The way of nearly every other quantity: digits that fit in 64 bits with room to spare.
  private init?(quickly parts: QuantityParts, _ unit: QuantityUnit, _ text: String) {
    let digits = parts.whole.count + parts.fraction.count
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
    for digit in parts.whole { number = number * 10 + Int64(digit - 0x30) }
    for digit in parts.fraction { number = number * 10 + Int64(digit - 0x30) }
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    let amount = ScaledInteger(parts.isNegative ? 0 - product : product, scale: scale)
    let isKept = parts.isKept(unit, number: number, scale: scale)
    self.init(.small(amount), unit.format, spelling: isKept ? text : nil)
  }

  private init(exactly parts: QuantityParts, _ unit: QuantityUnit) throws(QuantityError) {
    guard parts.hasDigits else { throw .numeric }
    var format = unit.format
    var amount = BigDecimal(
      BigInteger(digits: parts.whole + parts.fraction), exponent: -parts.fraction.count)
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
  /// The digits before the point without leading zeros; `0` when there are none.
  var whole: [UInt8] = []
  var fraction: [UInt8] = []
  var suffix: [UInt8] = []
  /// Whether a digit stands anywhere before the suffix.
  var hasDigits = false

  init(_ bytes: [UInt8]) throws(QuantityError) {
    var position = 0
    func digits() -> [UInt8] {
      let start = position
      while position < bytes.count, isDigit(bytes[position]) { position += 1 }
      return Array(bytes[start..<position])
    }
    if let sign = bytes.first, isSign(sign) {
      isNegative = sign == UInt8(ascii: "-")
      position = 1
    }
    let leading = digits()
    whole = Array(leading.drop { $0 == 0x30 })
    if whole.isEmpty { whole = [0x30] }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      fraction = digits()
    }
    hasDigits = !leading.isEmpty || !fraction.isEmpty
    let suffixStart = position
    while position < bytes.count, isSuffixLetter(bytes[position]) { position += 1 }
    if position < bytes.count, isSign(bytes[position]) { position += 1 }
    _ = digits()
    guard position == bytes.count else { throw .format }
    suffix = Array(bytes[suffixStart...])
  }

  /// Whether the API server takes the text for canonical already, which it decides roughly.
  func isKept(_ unit: QuantityUnit, number: Int64, scale: Int32) -> Bool {
    guard unit.format != .binarySI else { return unit.exponent % 10 == 0 && number & 7 != 0 }
    let digits = whole + fraction
    return scale % 3 == 0 && !digits.suffix(3).elementsEqual([0x30, 0x30, 0x30])
      && digits.first != 0x30
  }
}

/// What a suffix means.
private struct QuantityUnit {
  var exponent: Int32
  var format: Quantity.Format

  init?(suffix: [UInt8]) {
    let text = String(decoding: suffix, as: UTF8.self)
    if let exponent = decimalExponents[text] {
      (self.exponent, format) = (exponent, .decimalSI)
    } else if let exponent = binaryExponents[text] {
      (self.exponent, format) = (exponent, .binarySI)
    } else if suffix.count > 1, suffix[0] | 0x20 == UInt8(ascii: "e"),
      let exponent = Int64(text.dropFirst())
    {
      (self.exponent, format) = (Int32(truncatingIfNeeded: exponent), .decimalExponent)
    } else {
      return nil
    }
  }
}

extension QuantityUnit {
  /// What a suffix of at most two letters means that is no exponent; nil for others.
  fileprivate init?(plain octets: borrowing Span<UInt8>) {
    let isBinary = octets.count == 2
    if octets.count > 2 || (isBinary && octets[1] != UInt8(ascii: "i")) { return nil }
    guard let power = octets.isEmpty ? 0 : Self.power(of: octets[0], isBinary: isBinary) else {
      return nil
    }
    exponent = isBinary ? power * 10 : power * 3
    format = isBinary ? .binarySI : .decimalSI
  }

  /// The power of 1000 or of 1024 that a letter means.
  private static func power(of letter: UInt8, isBinary: Bool) -> Int32? {
    switch letter {
    case UInt8(ascii: "n"): isBinary ? nil : -3
    case UInt8(ascii: "u"): isBinary ? nil : -2
    case UInt8(ascii: "m"): isBinary ? nil : -1
    case UInt8(ascii: "k"): isBinary ? nil : 1
    case UInt8(ascii: "K"): isBinary ? 1 : nil
    case UInt8(ascii: "M"): 2
    case UInt8(ascii: "G"): 3
    case UInt8(ascii: "T"): 4
    case UInt8(ascii: "P"): 5
    case UInt8(ascii: "E"): 6
    default: nil
    }
  }
}

private let decimalExponents: [String: Int32] = [
  "": 0, "n": -9, "u": -6, "m": -3, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18,
]
private let binaryExponents: [String: Int32] = [
  "Ki": 10, "Mi": 20, "Gi": 30, "Ti": 40, "Pi": 50, "Ei": 60,
]

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
private func isSign(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
}
private func isSuffixLetter(_ byte: UInt8) -> Bool { "eEinumkKMGTP".utf8.contains(byte) }
