/// How Go prints values inside messages, which error texts of the API server follow.
package enum GoNotation {
  /// A string as `%q` prints it.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars { result += escaped(scalar) }
    return result + "\""
  }

  /// Strings as JSON prints an array of them; an empty list is `null`, as Go keeps an absent one.
  package static func json(_ texts: [String]) -> String {
    guard !texts.isEmpty else { return "null" }
    return "[\(texts.map(json).joined(separator: ","))]"
  }

  /// A string as JSON prints it, with the letters escaped that HTML would take for markup.
  package static func json(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      case "\u{0}"..<" ", "<", ">", "&", "\u{2028}", "\u{2029}":
        result += "\\u\(hexadecimal(scalar, width: 4))"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "\u{7}": "\\a"
    case "\u{8}": "\\b"
    case "\u{B}": "\\v"
    case "\u{C}": "\\f"
    case _ where isPrintable(scalar): String(scalar)
    case _ where scalar.value < 0x80: "\\x\(hexadecimal(scalar, width: 2))"
    case _ where scalar.value < 0x10000: "\\u\(hexadecimal(scalar, width: 4))"
    default: "\\U\(hexadecimal(scalar, width: 8))"
    }
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == " " { return true }
    return switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      false
    default: true
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar, width: Int) -> String {
    let digits = String(scalar.value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
