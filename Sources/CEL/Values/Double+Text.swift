#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Double {
  /// The number as Go's `%g` prints it: shortest digits, an exponent below -4 and from 6 on.
  var goDescription: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Inf" : "+Inf" }
    let (digits, point) = shortestDigits
    let sign = sign == .minus ? "-" : ""
    let exponent = point - 1
    guard exponent >= -4, exponent < 6 else {
      let rest = digits.dropFirst()
      let mantissa = String(digits.prefix(1)) + (rest.isEmpty ? "" : "." + rest)
      let magnitude = String(exponent.magnitude)
      return
        "\(sign)\(mantissa)e\(exponent < 0 ? "-" : "+")\(magnitude.count < 2 ? "0" : "")\(magnitude)"
    }
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    if digits.count <= point {
      return sign + digits + String(repeating: "0", count: point - digits.count)
    }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }

  /// The fewest digits that name this number, and how many of them stand before the point.
  private var shortestDigits: (digits: String, point: Int) {
    guard self != 0 else { return ("0", 1) }
    let text = magnitude.description
    let parts = text.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var digits = String(mantissa[0]) + (mantissa.count > 1 ? String(mantissa[1]) : "")
    var point = mantissa[0].count + exponent
    while digits.hasPrefix("0") {
      digits.removeFirst()
      point -= 1
    }
    while digits.hasSuffix("0") { digits.removeLast() }
    return (digits, point)
  }

  /// Reads a number as Go does; nil when it is none or does not fit.
  init?(goText text: String) {
    guard let number = Double(text) else { return nil }
    let letters = text.lowercased().drop { $0 == "-" || $0 == "+" }
    if number.isInfinite && !letters.hasPrefix("inf") { return nil }
    if number.isNaN && letters != "nan" { return nil }
    self = number
  }

  /// The number in C's fixed (`f`) or scientific (`e`) form with so many digits after the point.
  func formatted(_ form: Form, precision: Int) -> String {
    let places = Int32(clamping: min(max(precision, 0), 1000))
    let size = 1400
    let text = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer in
      let written = unsafe withVaList([places, self]) {
        unsafe vsnprintf(buffer.baseAddress, size, form.rawValue, $0)
      }
      let count = min(Int(written), size - 1)
      return unsafe String(
        decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return text
  }

  enum Form: String {
    case fixed = "%.*f"
    case scientific = "%.*e"
  }
}
