/// Takes off the times and numbers that loggers, continuous integration and editors put before each line.
enum PasteStamps {
  /// The lines without stamps, where what is behind them is the output of a command; the lines of logs keep theirs.
  static func removed(from lines: [TextLine]) -> [TextLine] {
    var lines = lines
    var start = 0
    while start < lines.count {
      guard let form = Form(before: lines[start]) else {
        start += 1
        continue
      }
      let run = lines[start...].prefix { Form(before: $0) == form }
      let bare = run.map(withoutStamp)
      if bare.count > 1, bare.contains(where: beginsOutput) {
        lines.replaceSubrange(run.indices, with: bare)
      }
      start = run.endIndex
    }
    return lines
  }

  private static func beginsOutput(_ line: TextLine) -> Bool {
    DescriptionScanner.beginsAnother(line) || PasteBoundary.isTableHeader(line)
      || ShellPrompt.isPrompt(line)
  }

  private static func withoutStamp(_ line: TextLine) -> TextLine {
    var line = line
    line.bytes = Form.rest(of: line).map(\.rest) ?? line.bytes
    return line
  }

  /// What a stamp looks like.
  private enum Form {
    /// A date and a time, in brackets or not.
    case time, bracketed
    /// A line number before a gap, which was a tab.
    case number

    init?(before line: TextLine) {
      guard let form = Self.rest(of: line)?.form else { return nil }
      self = form
    }

    /// The stamp's form and the line behind it; nil when there is none.
    static func rest(of line: TextLine) -> (form: Form, rest: ArraySlice<UInt8>)? {
      guard let first = line.content.first, first.isDigit || first == UInt8(ascii: "[") else {
        return nil
      }
      return time(LineScanner(line.bytes)) ?? number(line)
    }

    /// Reads `2026-11-22T12:10:31.123Z ` or `[2026-11-22 12:10:31] `.
    private static func time(
      _ scanner: LineScanner
    ) -> (form: Form, rest: ArraySlice<UInt8>)? {
      var scanner = scanner
      let isBracketed = scanner.take("[")
      guard scanner.number(4...4) != nil, scanner.take("-"), scanner.number(2...2) != nil,
        scanner.take("-"), scanner.number(2...2) != nil,
        scanner.take("T") || scanner.take(" "), scanner.number(2...2) != nil, scanner.take(":"),
        scanner.number(2...2) != nil, scanner.take(":"), scanner.number(2...2) != nil
      else { return nil }
      _ = scanner.take { $0.isDigit || ".,Z+:".utf8.contains($0) }
      if isBracketed { guard scanner.take("]") else { return nil } }
      guard scanner.take(" ") || scanner.rest.isEmpty else { return nil }
      return (isBracketed ? .bracketed : .time, scanner.rest)
    }

    /// Reads `    12` before the blanks of the tab that `cat -n` and `nl` print.
    private static func number(_ line: TextLine) -> (form: Form, rest: ArraySlice<UInt8>)? {
      var scanner = LineScanner(line.content)
      guard scanner.number(1...6) != nil, scanner.rest.isEmpty || scanner.take("  ") else {
        return nil
      }
      let width = scanner.rest.startIndex - line.bytes.startIndex
      return (.number, scanner.rest.dropFirst(width < 8 ? 8 - width : 0))
    }
  }
}
