/// A quantity such as `1500m` or `1Gi`, as the Kubernetes library of CEL has it.
///
/// Facts: apimachinery `resource.Quantity`. A number of up to 18 digits is kept as an integer with a
/// power of ten, others as decimals; only the former can be integers for `isInteger()`.
package struct QuantityObject: OpaqueObject, Representable {
  private(set) var number: DecimalNumber
  /// The power of ten of the short form; nil in the long form.
  private var scale: Int?
  private(set) var format: Format
  private(set) var written: String?

  enum Format: Sendable {
    case decimalExponent, decimal, binary
  }

  package static let staticType = StaticType.opaque("kubernetes.Quantity")
  package var typeName: String { "kubernetes.Quantity" }

  package func isEqual(to other: any OpaqueObject) -> Bool {
    (other as? QuantityObject)?.comparison(to: self) == 0
  }

  func comparison(to other: QuantityObject) -> Int { number.comparison(to: other.number) }

  var signum: Int { number.signum }
  var approximation: Double { number.approximation }

  /// The value as an integer; nil when Kubernetes does not hold it as one.
  var integer: Int64? {
    guard let scale, scale >= 0 else { return nil }
    return number.whole
  }

  init(_ integer: Int64) {
    number = DecimalNumber(integer)
    (scale, format) = (0, .decimalExponent)
  }

  func adding(_ other: QuantityObject) -> QuantityObject {
    var sum = self
    sum.written = nil
    if number.isZero { sum.format = other.format }
    sum.number = number.adding(other.number)
    if let scale, let otherScale = other.scale {
      let common = other.number.isZero ? scale : number.isZero ? otherScale : min(scale, otherScale)
      let isShort = DecimalNumber(Int64.max).comparison(to: sum.number.scaled(by: -common)) >= 0
      sum.scale = isShort ? common : nil
    } else {
      sum.scale = nil
    }
    return sum
  }

  func subtracting(_ other: QuantityObject) -> QuantityObject {
    var negated = other
    negated.number = other.number.negated
    return adding(negated)
  }
}

extension DecimalNumber {
  /// The magnitude times a power of ten.
  fileprivate func scaled(by power: Int) -> DecimalNumber {
    DecimalNumber(digits: digits, exponent: exponent + power)
  }
}

extension QuantityObject {
  static let malformed = EvaluationError(
    .invalidArgument,
    "quantities must match the regular expression "
      + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")
  private static let badSuffix = EvaluationError(
    .invalidArgument, "unable to parse quantity's suffix")

  init(parsing text: String) throws(EvaluationError) {
    if let plain = QuantityObject(plain: text) {
      self = plain
      return
    }
    guard !text.isEmpty, text.utf8.count <= 1000 else { throw QuantityObject.malformed }
    let parts = try QuantityParts(text)
    guard let (format, power) = QuantityObject.suffix(parts.suffix) else {
      throw QuantityObject.badSuffix
    }
    self.format = format
    written = text
    let digits = parts.whole + parts.fraction
    let isBinary = format == .binary
    let value = DecimalNumber(
      digits: digits, exponent: (isBinary ? 0 : power) - parts.fraction.count,
      isNegative: parts.isNegative)
    if isBinary, power < 0 { throw QuantityObject.badSuffix }
    number = isBinary ? value.multiplied(byPowerOfTwo: power) : value
    scale = nil
    if QuantityObject.isShort(format, power: power, parts),
      let short = shortScale(format, power, parts)
    {
      scale = short
    } else {
      number = number.roundedUp(to: -9)
      let largest = DecimalNumber(Int64.max)
      if isBinary, number.scaled(by: 0).comparison(to: largest) > 0 {
        number = parts.isNegative ? largest.negated : largest
      }
    }
  }

  /// Whether so many digits are surely exact in 64 bits.
  private static func isShort(_ format: Format, power: Int, _ parts: QuantityParts) -> Bool {
    guard format == .binary else { return parts.whole.count + parts.fraction.count <= 18 }
    return parts.fraction.isEmpty && 15 - parts.whole.count - power * 3 / 10 - 1 >= 0
  }

  private func shortScale(_ format: Format, _ power: Int, _ parts: QuantityParts) -> Int? {
    let scale = (format == .binary ? 0 : power) - parts.fraction.count
    return scale >= -9 ? scale : nil
  }

  /// The format and the power of ten or two that a suffix means.
  private static func suffix(_ text: String) -> (Format, Int)? {
    switch text {
    case "": return (.decimal, 0)
    case "n": return (.decimal, -9)
    case "u": return (.decimal, -6)
    case "m": return (.decimal, -3)
    case "k": return (.decimal, 3)
    case "M": return (.decimal, 6)
    case "G": return (.decimal, 9)
    case "T": return (.decimal, 12)
    case "P": return (.decimal, 15)
    case "E": return (.decimal, 18)
    case "Ki": return (.binary, 10)
    case "Mi": return (.binary, 20)
    case "Gi": return (.binary, 30)
    case "Ti": return (.binary, 40)
    case "Pi": return (.binary, 50)
    case "Ei": return (.binary, 60)
    default: break
    }
    guard text.hasPrefix("e") || text.hasPrefix("E"), let power = Int(text.dropFirst()),
      power.magnitude <= DecimalNumber.largestExponent
    else { return nil }
    return (.decimalExponent, power)
  }
}

extension QuantityObject {
  /// A few digits and a suffix of at most two letters, as nearly all quantities are written; nil for others.
  private init?(plain text: String) {
    let octets = text.utf8Span.span
    var (magnitude, digits) = (UInt64(0), 0)
    while digits < octets.count, let digit = octets[digits].digit, digits < 15 {
      magnitude = magnitude * 10 + UInt64(digit)
      digits += 1
    }
    guard digits > 0,
      let (format, power) = Self.suffix(of: octets.extracting(droppingFirst: digits))
    else { return nil }
    let isBinary = format == .binary
    // What binary suffixes make exact in 64 bits is told by all the digits, among them zeros that nobody writes.
    if isBinary, 14 - digits - power * 3 / 10 < 0 { return nil }
    number = DecimalNumber(
      magnitude: isBinary ? magnitude << UInt64(power) : magnitude, exponent: isBinary ? 0 : power)
    scale = isBinary ? 0 : power
    self.format = format
    written = text
  }

  /// What a suffix of at most two letters means; nil for others.
  private static func suffix(of octets: borrowing Span<UInt8>) -> (Format, Int)? {
    switch octets.count {
    case 0: return (.decimal, 0)
    case 1: return power(of: octets[0]).map { (.decimal, $0) }
    case 2:
      guard octets[1] == UInt8(ascii: "i") else { return nil }
      if octets[0] == UInt8(ascii: "K") { return (.binary, 10) }
      guard octets[0] != UInt8(ascii: "k"), let power = power(of: octets[0]), power > 0 else {
        return nil
      }
      return (.binary, power / 3 * 10)
    default: return nil
    }
  }

  /// The power of ten that a letter means.
  private static func power(of letter: UInt8) -> Int? {
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
}

extension DecimalNumber {
  fileprivate func multiplied(byPowerOfTwo power: Int) -> DecimalNumber {
    (0..<power / 10).reduce(self) { number, _ in number.multiplied(by: 1024) }
  }
}

/// The parts of a written quantity.
struct QuantityParts {
  var isNegative = false
  /// Digits before the point without leading zeros, but at least one.
  var whole: [UInt8]
  var fraction: [UInt8] = []
  var suffix: String

  init(_ text: String) throws(EvaluationError) {
    var bytes = Array(text.utf8)[...]
    if let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      isNegative = sign == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    let digits = bytes.prefix { $0.digit != nil }
    bytes.removeFirst(digits.count)
    whole = digits.drop { $0 == UInt8(ascii: "0") }.map { $0 - 48 }
    if whole.isEmpty { whole = [0] }
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      let part = bytes.prefix { $0.digit != nil }
      bytes.removeFirst(part.count)
      fraction = part.map { $0 - 48 }
    }
    let letters = bytes.prefix { "eEinumkKMGTP".utf8.contains($0) }
    var rest = bytes.dropFirst(letters.count)
    if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      rest.removeFirst()
    }
    guard rest.allSatisfy({ $0.digit != nil }) else { throw QuantityObject.malformed }
    suffix = String(decoding: bytes, as: UTF8.self)
  }
}
