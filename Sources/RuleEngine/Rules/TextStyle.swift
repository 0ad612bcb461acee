import Basics
import CEL

/// How a value is written into a text, so that what a dump says can break neither a sentence nor a
/// command.
enum TextStyle: Sendable {
  /// One clause for a reader: on one line, shortened.
  case sentence
  /// A field path, as it is.
  case path
  /// A word of a shell command, quoted where the shell would read more than a word.
  case shell
  /// A value of a YAML manifest: a scalar, quoted where YAML would read something else, or a list or mapping on a line.
  case manifest

  /// The most bytes of a value that a sentence shows.
  static let longestValue = 240

  func text(of value: Value) -> String {
    switch self {
    case .sentence: ValueText.singleLine(ValueText.text(of: value), atMost: Self.longestValue)
    case .path: ValueText.text(of: value)
    case .shell: ValueText.text(of: value).shellWord
    case .manifest: Self.manifestScalar(value)
    }
  }

  private static func manifestScalar(_ value: Value) -> String {
    guard case .string(let text) = value else { return ManifestFlow.text(of: value) }
    return isPlainInManifest(text) ? text : quoted(text)
  }

  /// Plain when it begins with a letter, holds nothing that YAML reads, and is no word for a truth
  /// value or null.
  private static func isPlainInManifest(_ text: String) -> Bool {
    guard let first = text.utf8.first, isAlphanumeric(first), first > UInt8(ascii: "9") else {
      return false
    }
    return !words.contains(text.lowercased())
      && text.utf8.allSatisfy { isAlphanumeric($0) || "-_./".utf8.contains($0) }
  }

  /// Words that YAML reads as something else than a text.
  private static let words: Set = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The text in double quotes, as YAML and JSON read it.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\x" + (hexadecimal.count < 2 ? "0" : "") + hexadecimal
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
