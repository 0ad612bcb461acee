import Basics

/// Texts that quote other texts, as logs do: `msg="exec: \"/bin/bash\": permission denied"`.
enum NestedQuotes {
  /// Logs of runtimes stand in errors of the kubelet, which stand in its journal; deeper there is nothing to read.
  private static let deepest = 6

  /// The text with its inner texts as they were before they were quoted, however often.
  ///
  /// One that quotes nothing within quotes comes back as it is, for other backslashes mean something else there.
  static func unfolded(_ text: String) -> String {
    guard text.holds("\\") else { return text }
    var bytes = Array(text.utf8)
    var depth = 0
    while depth < deepest, let unfolded = unfoldedOnce(bytes) {
      bytes = unfolded
      depth += 1
    }
    return depth == 0 ? text : String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes without one layer of backslashes; nil where no quotation mark is behind one.
  private static func unfoldedOnce(_ bytes: [UInt8]) -> [UInt8]? {
    var plain: [UInt8] = []
    var quotesWithin = false
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        isEscaped = false
        quotesWithin = quotesWithin || byte == UInt8(ascii: "\"")
        plain += meaning(of: byte)
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        plain.append(byte)
      }
    }
    guard quotesWithin else { return nil }
    return isEscaped ? plain + [UInt8(ascii: "\\")] : plain
  }

  /// What a byte behind a backslash stands for; what Go and JSON do not write is left alone.
  private static func meaning(of byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): [byte]
    case UInt8(ascii: "n"): [UInt8(ascii: "\n")]
    case UInt8(ascii: "t"): [UInt8(ascii: "\t")]
    default: [UInt8(ascii: "\\"), byte]
    }
  }
}
