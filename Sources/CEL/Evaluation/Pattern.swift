import CRE2
import Synchronization

/// A regular expression in RE2 syntax, matched in time linear to the text.
@safe package final class Pattern: Sendable {
  private nonisolated(unsafe) let regex: OpaquePointer

  /// Compiles a pattern; large repetitions are refused by their memory.
  init(_ text: String) throws(EvaluationError) {
    guard text.utf8.count <= 16_384 else { throw .tooLarge }
    var text = text
    let compiled = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        unsafe cre2_new($0.baseAddress, $0.count, 1 << 20)
      }
    }
    guard let compiled = unsafe compiled else { throw .tooLarge }
    unsafe regex = compiled
    if let reason = unsafe Pattern.reason(compiled) {
      throw EvaluationError(.invalidArgument, "error parsing regexp: \(reason)")
    }
  }

  deinit {
    unsafe cre2_delete(regex)
  }

  /// What is wrong with a pattern, in Go's words; nil when nothing is.
  private static func reason(_ regex: OpaquePointer) -> String? {
    guard unsafe cre2_error(regex) != nil else { return nil }
    let code = Int(unsafe cre2_error_code(regex))
    let words = code < reasons.count ? reasons[code] : "invalid pattern"
    let part = unsafe String(cString: cre2_error_part(regex))
    return "\(words): `\(part)`"
  }

  /// Go's words for the error codes of RE2.
  private static let reasons = [
    "no error", "unexpected error", "invalid escape sequence", "invalid character class",
    "invalid character class range", "missing closing ]", "missing closing )", "unexpected )",
    "trailing backslash at end of expression", "missing argument to repetition operator",
    "invalid repeat count", "invalid nested repetition operator",
    "invalid or unsupported Perl syntax", "invalid UTF-8", "invalid named capture",
    "expression too large",
  ]

  /// Whether the pattern occurs anywhere in a text.
  package func occurs(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        unsafe cre2_match(regex, $0.baseAddress ?? Pattern.nothing, $0.count, 0, nil, 0)
      }
    }
  }

  /// The places of the first match at or after a place, in UTF-8 bytes.
  func firstMatch(in text: inout String, from start: Int) -> Range<Int>? {
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
        var spans: (Int, Int) = (-1, -1)
        let found = unsafe withUnsafeMutablePointer(to: &spans) {
          unsafe $0.withMemoryRebound(to: Int.self, capacity: 2) {
            unsafe cre2_match(
              regex, bytes.baseAddress ?? Pattern.nothing, bytes.count, start, $0, 1)
          }
        }
        return found && spans.0 >= 0 ? spans.0..<spans.1 : nil
      }
    }
  }

  private static nonisolated(unsafe) let nothing: UnsafePointer<CChar> = {
    let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    unsafe byte.initialize(to: 0)
    return unsafe UnsafePointer(byte)
  }()
}

/// Keeps the patterns that one call in an expression computed last, so that a loop compiles each only once.
final class PatternCache: Sendable {
  private struct Known: Sendable {
    let text: String
    let pattern: Pattern
  }

  /// Few enough that comparing them is faster than hashing a text.
  private static let most = 8

  private let patterns = Mutex<[Known]>([])

  func pattern(_ text: String) throws(EvaluationError) -> Pattern {
    let known = patterns.withLock { patterns in
      patterns.first { $0.text.hasSameScalars(as: text) }
    }
    if let known { return known.pattern }
    let pattern = try Pattern(text)
    patterns.withLock {
      if $0.count >= Self.most { $0.removeFirst() }
      $0.append(Known(text: text, pattern: pattern))
    }
    return pattern
  }
}
