import Basics

/// How a string may be written in YAML so that every reader gives the same string back.
enum YAMLText {
  private static let words: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null", "~", ".inf", "-.inf", "+.inf",
    ".nan",
  ]

  /// Whether the text can stand without quotes.
  static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    return canBegin(first) && !"-: ".unicodeScalars.contains(last)
      && text.unicodeScalars.allSatisfy(isOrdinary)
      && !words.contains(text.lowercased()) && !text.contains(": ") && !text.contains(" #")
  }

  /// Whether the text has several lines and can be shown as they are, after `|`.
  static func fitsLiteralBlock(_ text: String) -> Bool {
    guard text.dropLast().contains("\n"), !text.hasSuffix("\n\n") else { return false }
    guard let first = text.unicodeScalars.first, first != " ", first != "\n" else { return false }
    return text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isHarmful }
  }

  /// Digits and signs are left out, for they could begin a number or a time.
  private static func canBegin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "/" || scalar == "_"
  }

  private static func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isHarmful
  }
}
