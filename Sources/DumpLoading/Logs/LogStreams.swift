/// Takes a log file apart into what each container wrote, without what collectors put around its lines.
struct LogStreams {
  /// The lines of one container.
  struct Stream {
    var writer: LogOwner
    var bytes: [UInt8] = []
    var lineNumbers: [Int32] = []
    fileprivate var isOpen = false
  }

  /// More containers than this in one file are left out.
  private static let limit = 10_000

  /// In the order in which they begin.
  private(set) var streams: [Stream] = []
  private var positions: [LogOwner: Int] = [:]

  /// The streams of a file; nil for a file that is a log as it stands.
  static func streams(in bytes: [UInt8], form: LogForm) -> [Stream]? {
    if case .plain = form { return nil }
    return streams(in: bytes) { line in
      switch form {
      case .plain: nil
      case .cri:
        CRILine(line).map { (LogOwner(), Array($0.text), isPartial: $0.isPartial) }
      case .docker: dockerLine(line)
      case .stamped:
        (LogOwner(), Array(LogForm.behindStamp(line) ?? line), isPartial: false)
      case .prefixed:
        PrefixedLine(line).map {
          (LogOwner(pod: $0.pod, container: $0.container), Array($0.text), isPartial: false)
        }
      }
    }
  }

  /// The streams of a file whose lines `read` takes apart; a line it cannot read belongs to the line before.
  static func streams(
    in bytes: [UInt8],
    _ read: (ArraySlice<UInt8>) -> (LogOwner, [UInt8], isPartial: Bool)?
  ) -> [Stream] {
    var all = LogStreams()
    var last = LogOwner()
    var number: Int32 = 0
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.endIndex
      number += 1
      let (writer, text, isPartial) =
        read(bytes[start..<end]) ?? (last, Array(bytes[start..<end]), isPartial: false)
      all.append(text, number, by: writer, isPartial: isPartial)
      last = writer
      start = end + 1
    }
    return all.streams
  }

  private mutating func append(
    _ text: [UInt8], _ number: Int32, by writer: LogOwner, isPartial: Bool
  ) {
    if positions[writer] == nil {
      guard streams.count < Self.limit else { return }
      positions[writer] = streams.count
      streams.append(Stream(writer: writer))
    }
    guard let position = positions[writer] else { return }
    if !streams[position].isOpen { streams[position].lineNumbers.append(number) }
    streams[position].bytes += text
    if !isPartial { streams[position].bytes.append(10) }
    streams[position].isOpen = isPartial
  }

  /// A line of Docker's json-file driver; one without a line break goes on in the next.
  private static func dockerLine(
    _ line: ArraySlice<UInt8>
  ) -> (LogOwner, [UInt8], isPartial: Bool)? {
    var scanner = LineScanner(line)
    guard scanner.take("{\"log\":") else { return nil }
    var rest = scanner.rest
    guard var text = GoQuoted.take(from: &rest) else { return nil }
    let isWhole = text.last == 10
    if isWhole { text.removeLast() }
    return (LogOwner(), text, isPartial: !isWhole)
  }
}
