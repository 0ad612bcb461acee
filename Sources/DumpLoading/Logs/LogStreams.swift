/// Takes a log file apart into what each container wrote, without what collectors put around its lines.
struct LogStreams {
  /// The lines of one container.
  struct Stream {
    var writer: LogOwner
    var excerpt = LogExcerpt(bytes: [])
    fileprivate var isOpen = false
  }

  /// More containers than this in one file are left out.
  private static let limit = 10_000

  /// In the order in which they begin.
  private(set) var streams: [Stream] = []
  private var positions: [LogOwner: Int] = [:]

  /// The streams of a file; nil for a file that is a log as it stands.
  static func streams(in excerpt: LogExcerpt, form: LogForm) -> [Stream]? {
    if case .plain = form { return nil }
    return streams(in: excerpt, form.entry)
  }

  /// The streams of a file whose lines `read` takes apart; a line it cannot read belongs to the line before.
  static func streams(
    in excerpt: LogExcerpt, _ read: (ArraySlice<UInt8>) -> LogEntry?
  ) -> [Stream] {
    var all = LogStreams()
    var last = LogOwner()
    excerpt.forEachLine { line, number in
      let entry = read(line) ?? LogEntry(writer: last, text: line)
      all.append(entry, Int32(clamping: number))
      last = entry.writer
    }
    // What was left out of a file of several logs belongs to nobody knows which.
    if all.streams.count == 1 {
      all.streams[0].excerpt.omittedLines = excerpt.omittedLines
      all.streams[0].excerpt.omittedMarks = excerpt.omittedMarks
    }
    return all.streams
  }

  private mutating func append(_ entry: LogEntry, _ number: Int32) {
    if positions[entry.writer] == nil {
      guard streams.count < Self.limit else { return }
      positions[entry.writer] = streams.count
      streams.append(Stream(writer: entry.writer))
    }
    guard let position = positions[entry.writer] else { return }
    if !streams[position].isOpen { streams[position].excerpt.lineNumbers.append(number) }
    streams[position].excerpt.bytes += entry.text
    if !entry.isPartial { streams[position].excerpt.bytes.append(10) }
    streams[position].isOpen = entry.isPartial
  }
}
