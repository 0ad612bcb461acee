import YAML

/// Names as nearly all are written.
///
/// What is none of these may be right all the same, and needs a closer look.
enum PlainSyntax {
  /// Whether all labels of a mapping are surely right; one without a value is.
  static func areLabels(_ labels: YAMLNode?) -> Bool {
    guard let labels, !labels.isNull else { return true }
    guard labels.isMapping else { return false }
    for entry in labels.entries {
      guard isLabelKey(entry.key) else { return false }
      if entry.value.isNull { continue }
      guard let value = entry.value.string, isLabelValue(value) else { return false }
    }
    return true
  }

  /// Whether a text is surely a label's value.
  static func isLabelValue(_ text: String) -> Bool {
    let octets = text.utf8Span.span
    return octets.isEmpty || isLabelName(octets)
  }

  /// Whether a text is surely a label's key: a name, perhaps after a domain and a slash.
  static func isLabelKey(_ text: String) -> Bool {
    let octets = text.utf8Span.span
    var start = 0
    for place in octets.indices where octets[place] == UInt8(ascii: "/") {
      guard start == 0, isDomain(octets.extracting(0..<place)) else { return false }
      start = place + 1
    }
    return isLabelName(octets.extracting(droppingFirst: start))
  }

  /// Whether a text is surely the name of a port: few small letters and digits, single hyphens between them.
  static func isPortName(_ text: String) -> Bool {
    let octets = text.utf8Span.span
    guard (1...15).contains(octets.count) else { return false }
    var (hasLetter, isAfterHyphen) = (false, true)
    for place in octets.indices {
      switch octets[place] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): (hasLetter, isAfterHyphen) = (true, false)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): isAfterHyphen = false
      case UInt8(ascii: "-"):
        if isAfterHyphen { return false }
        isAfterHyphen = true
      default: return false
      }
    }
    return hasLetter && !isAfterHyphen
  }

  private static func isLabelName(_ octets: borrowing Span<UInt8>) -> Bool {
    guard (1...63).contains(octets.count) else { return false }
    for place in octets.indices {
      switch octets[place] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        continue
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        if place == 0 || place == octets.count - 1 { return false }
      default: return false
      }
    }
    return true
  }

  /// Whether these are small letters, digits, hyphens and dots that stand singly between letters and digits.
  private static func isDomain(_ octets: borrowing Span<UInt8>) -> Bool {
    guard (1...253).contains(octets.count) else { return false }
    var isBetween = false
    for place in octets.indices {
      switch octets[place] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        isBetween = true
      case UInt8(ascii: "-"), UInt8(ascii: "."):
        if !isBetween { return false }
        isBetween = false
      default: return false
      }
    }
    return isBetween
  }
}
