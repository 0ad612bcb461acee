/// A span of time in nanoseconds, read and printed in Go's notation (`1h2m3.5s`), as API fields hold it.
package struct GoDuration: Hashable, Sendable, Comparable {
  package var nanoseconds: Int64

  package init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// A whole number of seconds, saturated at about 292 years.
  package init(seconds: Int64) {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    self.init(nanoseconds: overflow ? (seconds < 0 ? .min : .max) : product)
  }

  package static let shortest = GoDuration(nanoseconds: .min)
  package static let longest = GoDuration(nanoseconds: .max)

  /// Whole seconds, towards zero.
  package var seconds: Int64 { nanoseconds / 1_000_000_000 }

  package static func < (one: GoDuration, other: GoDuration) -> Bool {
    one.nanoseconds < other.nanoseconds
  }
}

extension GoDuration: CustomStringConvertible {
  /// Go's `Duration.String`: `0s`, `1.5µs`, `2m0s`, `1h0m0.25s`.
  package var description: String {
    let magnitude = nanoseconds.magnitude
    let sign = nanoseconds < 0 ? "-" : ""
    switch magnitude {
    case 0: return "0s"
    case ..<1000: return "\(sign)\(magnitude)ns"
    case ..<1_000_000: return "\(sign)\(decimal(magnitude, places: 3))µs"
    case ..<1_000_000_000: return "\(sign)\(decimal(magnitude, places: 6))ms"
    default: return sign + clock(magnitude)
    }
  }

  private func clock(_ magnitude: UInt64) -> String {
    let minute: UInt64 = 60_000_000_000
    let minutes = magnitude / minute
    let seconds = "\(decimal(magnitude % minute, places: 9))s"
    if minutes == 0 { return seconds }
    return minutes < 60
      ? "\(minutes)m\(seconds)" : "\(minutes / 60)h\(minutes % 60)m\(seconds)"
  }

  private func decimal(_ value: UInt64, places: Int) -> String {
    let unit = (0..<places).reduce(UInt64(1)) { power, _ in power * 10 }
    guard value % unit != 0 else { return String(value / unit) }
    let digits = String(value % unit)
    var fraction = String(repeating: "0", count: places - digits.utf8.count) + digits
    while fraction.last == "0" { fraction.removeLast() }
    return "\(value / unit).\(fraction)"
  }
}

extension GoDuration {
  /// Reads Go's notation: signed decimal numbers, each with a unit, such as `300ms` or `-1.5h`; nil for anything else.
  package init?(_ text: String) {
    var rest = text[...].utf8
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.elementsEqual("0".utf8) {
      self.init(nanoseconds: 0)
      return
    }
    guard !rest.isEmpty else { return nil }
    var total: UInt64 = 0
    while !rest.isEmpty {
      guard let part = GoDuration.part(&rest) else { return nil }
      total += part
      guard total <= 1 << 63 else { return nil }
    }
    guard isNegative || total < 1 << 63 else { return nil }
    let bits = Int64(bitPattern: total)
    self.init(nanoseconds: isNegative ? 0 &- bits : bits)
  }

  /// One number with its unit, in nanoseconds, at most 2^63.
  private static func part(_ rest: inout Substring.UTF8View) -> UInt64? {
    let whole = takeDigits(&rest)
    var fraction: Substring.UTF8View = ""[...].utf8
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = takeDigits(&rest)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    guard let unit = takeUnit(&rest), let number = wholeNumber(whole) else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: unit)
    guard !overflow, product <= 1 << 63 else { return nil }
    let sum = product + fractionOf(unit, fraction)
    return sum <= 1 << 63 ? sum : nil
  }

  private static func takeDigits(_ rest: inout Substring.UTF8View) -> Substring.UTF8View {
    let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
    rest = rest.dropFirst(digits.count)
    return digits
  }

  private static func wholeNumber(_ digits: Substring.UTF8View) -> UInt64? {
    var value: UInt64 = 0
    for digit in digits {
      guard value <= (1 << 63) / 10 else { return nil }
      value = value * 10 + UInt64(digit - 0x30)
      guard value <= 1 << 63 else { return nil }
    }
    return value
  }

  /// Digits beyond what 63 bits hold do not count.
  private static func fractionOf(_ unit: UInt64, _ digits: Substring.UTF8View) -> UInt64 {
    var (value, scale) = (UInt64(0), Double(1))
    for digit in digits {
      guard value <= UInt64(Int64.max) / 10 else { break }
      let next = value * 10 + UInt64(digit - 0x30)
      guard next <= 1 << 63 else { break }
      value = next
      scale *= 10
    }
    return UInt64(Double(value) * (Double(unit) / scale))
  }

  private static func takeUnit(_ rest: inout Substring.UTF8View) -> UInt64? {
    let name = rest.prefix { $0 != UInt8(ascii: ".") && !($0 >= 0x30 && $0 <= 0x39) }
    rest = rest.dropFirst(name.count)
    return units[String(Substring(name))]
  }
}

private let units: [String: UInt64] = [
  "ns": 1, "us": 1000, "µs": 1000, "μs": 1000, "ms": 1_000_000, "s": 1_000_000_000,
  "m": 60_000_000_000, "h": 3_600_000_000_000,
]
