import Basics

/// The number that an unquoted scalar is, by the rules of go-yaml v2, which kubectl reads with.
enum PlainNumber {
  case int(Int64)
  case uint(UInt64)
  case float(Double)

  /// Reads a scalar that begins with a digit or a sign; nil when it is no number.
  ///
  /// The order of attempts is go-yaml's: a whole number with Go's prefixes, then a float, then `0b` with an inner sign.
  static func resolve(_ text: ArraySlice<UInt8>) -> PlainNumber? {
    guard let first = text.first else { return nil }
    if first == 0x2E { return float(text).map(PlainNumber.float) }
    var plain = text
    if text.contains(0x5F) { plain = ArraySlice(text.filter { $0 != 0x5F }) }
    if let whole = whole(plain) { return whole }
    if isDecimal(plain), let value = float(plain) { return .float(value) }
    return innerSignBinary(plain)
  }

  /// The value of a decimal text; nil when it is none or too large for a double.
  static func float(_ text: ArraySlice<UInt8>) -> Double? {
    guard text.first != 0x2E || underscoresStandBetweenDigits(text) else { return special(text) }
    let plain = text.contains(0x5F) ? text.filter { $0 != 0x5F }[...] : text
    guard isDecimal(plain) else { return special(text) ?? whole(plain)?.asDouble }
    guard let value = Double(String(decoding: plain, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }

  /// The value of a JSON number, as Kubernetes' JSON decoder types it: whole where it fits, else a float.
  static func json(_ text: ArraySlice<UInt8>) -> Scalar {
    let string = String(decoding: text, as: UTF8.self)
    if let value = Int64(string) { return .int(value) }
    return .float(Double(string) ?? .nan)
  }

  private var asDouble: Double {
    switch self {
    case .int(let value): Double(value)
    case .uint(let value): Double(value)
    case .float(let value): value
    }
  }

  private static func special(_ text: ArraySlice<UInt8>) -> Double? {
    switch Keyword(text) {
    case .float(let value): value
    default: nil
    }
  }
}

extension PlainNumber {
  /// Whole numbers as Go's `strconv` reads them with base 0, signed first, then unsigned.
  private static func whole(_ text: ArraySlice<UInt8>) -> PlainNumber? {
    let sign = text.first == 0x2B || text.first == 0x2D ? text.first : nil
    guard let magnitude = magnitude(sign == nil ? text : text.dropFirst()) else { return nil }
    if magnitude <= UInt64(Int64.max) {
      return .int(sign == 0x2D ? 0 &- Int64(magnitude) : Int64(magnitude))
    }
    if sign == 0x2D { return magnitude == UInt64(Int64.max) &+ 1 ? .int(.min) : nil }
    return sign == nil ? .uint(magnitude) : nil
  }

  private static func magnitude(_ text: ArraySlice<UInt8>) -> UInt64? {
    guard text.first == 0x30 else { return digits(text, radix: 10) }
    guard text.count >= 3 else { return text.count == 1 ? 0 : digits(text.dropFirst(), radix: 8) }
    switch text[text.startIndex + 1] | 0x20 {
    case 0x78: return digits(text.dropFirst(2), radix: 16)
    case 0x6F: return digits(text.dropFirst(2), radix: 8)
    case 0x62: return digits(text.dropFirst(2), radix: 2)
    default: return digits(text.dropFirst(), radix: 8)
    }
  }

  private static func digits(_ text: ArraySlice<UInt8>, radix: UInt64) -> UInt64? {
    guard !text.isEmpty else { return nil }
    var value: UInt64 = 0
    for byte in text {
      guard let digit = hexValue(byte), digit < radix else { return nil }
      let (shifted, overflow) = value.multipliedReportingOverflow(by: radix)
      let (sum, carry) = shifted.addingReportingOverflow(digit)
      guard !overflow, !carry else { return nil }
      value = sum
    }
    return value
  }

  static func hexValue(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 0x30...0x39: UInt64(byte - 0x30)
    case 0x41...0x46: UInt64(byte - 0x41 + 10)
    case 0x61...0x66: UInt64(byte - 0x61 + 10)
    default: nil
    }
  }

  /// go-yaml also takes `0b-1`: what follows `0b` is read once more with its own sign.
  private static func innerSignBinary(_ text: ArraySlice<UInt8>) -> PlainNumber? {
    guard text.starts(with: [0x30, 0x62]) else { return nil }
    var rest = text.dropFirst(2)
    guard let sign = rest.popFirst(), sign == 0x2B || sign == 0x2D,
      let magnitude = digits(rest, radix: 2), magnitude <= UInt64(Int64.max)
    else { return nil }
    return .int(sign == 0x2D ? 0 &- Int64(magnitude) : Int64(magnitude))
  }

  /// Behind a leading point go-yaml leaves underscores to `strconv`, which wants digits around each.
  private static func underscoresStandBetweenDigits(_ text: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in text {
      let isDigit = byte &- 0x30 < 10
      if byte == 0x5F, previous &- 0x30 >= 10 { return false }
      if previous == 0x5F, !isDigit { return false }
      previous = byte
    }
    return previous != 0x5F
  }

  /// Whether a text is `[-+]? (.digits | digits [.digits?]) ([eE][-+]?digits)?`.
  private static func isDecimal(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func skipDigits() -> Int {
      let count = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
    let whole = skipDigits()
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      if skipDigits() == 0, whole == 0 { return false }
    } else if whole == 0 {
      return false
    }
    guard let exponent = rest.first else { return true }
    guard exponent | 0x20 == 0x65 else { return false }
    rest = rest.dropFirst()
    if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
    return skipDigits() > 0 && rest.isEmpty
  }
}

extension YAMLNode {
  /// The JSON text of a number that was read by YAML's rules.
  func numberText(_ record: NodeRecord) -> String {
    switch scalar {
    case .int(let value): String(value)
    case .uint(let value): String(value)
    case .float(let value): NumberText.json(value)
    default: document.string(of: record)
    }
  }
}
