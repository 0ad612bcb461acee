/// One line of a log file, taken apart.
struct LogEntry {
  /// Whose line it is; empty where the whole file is one container's.
  var writer = LogOwner()
  var text: ArraySlice<UInt8>
  /// Whether the program's line goes on in the next one.
  var isPartial = false
}

extension LogForm {
  /// What a line of this form holds; nil for a line of another form.
  func entry(in line: ArraySlice<UInt8>) -> LogEntry? {
    switch self {
    case .plain: LogEntry(text: line)
    case .cri: CRILine(line).map { LogEntry(text: $0.text, isPartial: $0.isPartial) }
    case .docker: Self.dockerEntry(in: line)
    case .stamped: LogEntry(text: Self.behindStamp(line) ?? line)
    case .prefixed: PrefixedLine(line)?.entry
    case .stern: SternLine(line)?.entry
    }
  }

  /// What the program wrote in a line, as far as the form tells.
  func text(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> { entry(in: line)?.text ?? line }

  /// A line of Docker's json-file driver; one without a line break goes on in the next.
  private static func dockerEntry(in line: ArraySlice<UInt8>) -> LogEntry? {
    var scanner = LineScanner(line)
    guard scanner.take("{\"log\":") else { return nil }
    var rest = scanner.rest
    guard var text = GoQuoted.take(from: &rest) else { return nil }
    let isWhole = text.last == 10
    if isWhole { text.removeLast() }
    return LogEntry(text: text[...], isPartial: !isWhole)
  }
}

extension PrefixedLine {
  var entry: LogEntry { LogEntry(writer: LogOwner(pod: pod, container: container), text: text) }
}
