/// Texts of floating-point numbers as the Go programs around Kubernetes write them.
package enum NumberText {
  /// The text that Go's `encoding/json` gives a finite number; YAML's text for the others, which JSON cannot express.
  package static func json(_ value: Double) -> String {
    guard value.isFinite else { return special(value) }
    guard value != 0 else { return value.sign == .minus ? "-0" : "0" }
    let digits = Digits(of: value.magnitude.description)
    let isPlain = value.magnitude >= 1e-6 && value.magnitude < 1e21
    let text = isPlain ? digits.plain : digits.exponential(minimumDigits: 1)
    return value < 0 ? "-" + text : text
  }

  /// The text that `strconv.FormatFloat(value, 'g', -1, 32)` gives, which sigs.k8s.io/yaml makes keys of.
  package static func key(_ value: Double) -> String {
    let narrow = Float(value)
    guard narrow.isFinite else { return special(Double(narrow)) }
    guard narrow != 0 else { return narrow.sign == .minus ? "-0" : "0" }
    let digits = Digits(of: narrow.magnitude.description)
    let exponent = digits.point - 1
    let isPlain = exponent >= -4 && exponent < 6
    let text = isPlain ? digits.plain : digits.exponential(minimumDigits: 2)
    return narrow < 0 ? "-" + text : text
  }

  private static func special(_ value: Double) -> String {
    if value.isNaN { return ".nan" }
    return value < 0 ? "-.inf" : ".inf"
  }
}

/// The shortest decimal digits of a positive number, and where its point stands among them.
private struct Digits {
  let text: [UInt8]
  /// How many digits stand before the point; can be negative or beyond the last digit.
  let point: Int

  /// Takes a description as Swift prints it: `0.1`, `1e-07`, `100.0`.
  init(of description: String) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var bytes = description.utf8[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case 0x2E: point = digits.count
      case 0x65, 0x45:
        exponent = Int(String(decoding: bytes, as: UTF8.self)) ?? 0
        bytes = bytes[bytes.endIndex...]
      default: digits.append(byte)
      }
    }
    var position = (point ?? digits.count) + exponent
    while digits.first == 0x30 {
      digits.removeFirst()
      position -= 1
    }
    while digits.last == 0x30 { digits.removeLast() }
    text = digits
    self.point = position
  }

  var plain: String {
    var bytes: [UInt8] = []
    if point <= 0 {
      bytes += [0x30, 0x2E]
      bytes += [UInt8](repeating: 0x30, count: -point)
      bytes += text
    } else if point >= text.count {
      bytes += text
      bytes += [UInt8](repeating: 0x30, count: point - text.count)
    } else {
      bytes += text[..<point]
      bytes.append(0x2E)
      bytes += text[point...]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func exponential(minimumDigits: Int) -> String {
    let exponent = point - 1
    var magnitude = String(exponent.magnitude)
    if magnitude.utf8.count < minimumDigits { magnitude = "0" + magnitude }
    let head = String(decoding: text.prefix(1), as: UTF8.self)
    let tail = text.count > 1 ? "." + String(decoding: text.dropFirst(), as: UTF8.self) : ""
    return head + tail + (exponent < 0 ? "e-" : "e+") + magnitude
  }
}
