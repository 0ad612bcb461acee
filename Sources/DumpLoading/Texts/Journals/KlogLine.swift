import KubernetesModel
import YAML

/// A line in the form in which Kubernetes components log: `E0812 06:42:07.123456 1234 pod_workers.go:1298] ...`.
struct KlogLine {
  enum Severity: UInt8 {
    case info = 73
    case warning = 87
    case error = 69
    case fatal = 70
  }

  var severity: Severity
  /// The source file that wrote it, without folder and line.
  var source: String
  var message: String
  var fields: LogFields
  private let month: Int
  private let day: Int
  private let clock: String

  /// Nil when the text has another form.
  ///
  /// - Parameters:
  ///   - text: the line.
  ///   - block: the lines that follow where the line ends in the start of a block.
  init?(_ text: ArraySlice<UInt8>, block: String = "") {
    guard let severity = Self.severity(of: text) else { return nil }
    var scanner = LineScanner(text.dropFirst())
    guard let month = scanner.number(2...2), let day = scanner.number(2...2) else { return nil }
    guard let clock = scanner.word(), clock.utf8.count >= 8, scanner.word() != nil else {
      return nil
    }
    scanner.skipBlanks()
    let source = scanner.take { $0 != UInt8(ascii: "]") && !$0.isBlank }
    guard scanner.take("]") else { return nil }
    scanner.skipBlanks()
    var rest = scanner.text[...]
    self.severity = severity
    self.source = String(decoding: source.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
    if let quoted = GoQuoted.take(from: &rest) {
      message = quoted
      fields = LogFields(rest, block: block)
    } else {
      message = String(rest)
      fields = LogFields("")
    }
    (self.month, self.day, self.clock) = (month, day, clock)
  }

  /// The severity of a line that begins like one of klog, without reading on.
  static func severity(of text: ArraySlice<UInt8>) -> Severity? {
    guard let first = text.first, let severity = Severity(rawValue: first),
      text.dropFirst().prefix(4).count(where: \.isDigit) == 4,
      text.dropFirst(5).first?.isBlank == true
    else { return nil }
    return severity
  }

  func time(by journal: JournalClock) -> Timestamp? {
    journal.time(month: month, day: day, clock: clock)
  }
}
