/// The containers that stern says it follows, `+ POD › CONTAINER`, and whose names stand before their lines.
struct SternNames {
  private(set) var writers: [LogOwner] = []

  /// More than stern follows at once.
  private static let most = 1000

  /// - Parameters:
  ///   - lines: lines that stern printed.
  ///   - pods: the names of pods that are known without it.
  init(in lines: [TextLine], pods: some Sequence<String>) {
    writers = lines.compactMap(Self.writer).prefix(Self.most).map(\.self)
    if writers.isEmpty { writers = pods.map { LogOwner(pod: $0) } }
  }

  /// Whether stern says in a line that it begins or ends to follow a container.
  static func isAnnouncement(_ line: TextLine) -> Bool { writer(in: line) != nil }

  /// Reads `+ POD › CONTAINER` or `+ NAMESPACE POD › CONTAINER`.
  private static func writer(in line: TextLine) -> LogOwner? {
    guard line.begins(with: "+ ") || line.begins(with: "- ") else { return nil }
    let words = line.content.words.dropFirst().map { String(decoding: $0, as: UTF8.self) }
    guard (3...4).contains(words.count), words[words.count - 2] == "›" else { return nil }
    guard let name = RowName(words[words.count - 3])?.name else { return nil }
    return LogOwner(
      namespace: words.count == 4 ? words[0] : "", pod: name, container: words[words.count - 1])
  }

  /// Takes a line apart: `POD CONTAINER line`; what stern says itself is nobody's.
  func entry(in line: ArraySlice<UInt8>) -> LogEntry? {
    if Self.isAnnouncement(TextLine(bytes: line, number: 0)) { return LogEntry(text: line) }
    var scanner = LineScanner(line)
    guard let first = scanner.word(), let second = scanner.word() else { return nil }
    var third = scanner
    let names = (first, second, third.word() ?? "")
    for writer in writers {
      let isAnyContainer = writer.container.isEmpty
      if writer.pod == names.0, isAnyContainer || writer.container == names.1 {
        return entry(of: writer, container: names.1, behind: scanner)
      }
      let isWhole = writer.namespace == names.0 && writer.pod == names.1
      if isWhole, writer.container == names.2 {
        return entry(of: writer, container: names.2, behind: third)
      }
    }
    return nil
  }

  private func entry(
    of writer: LogOwner, container: String, behind scanner: LineScanner
  ) -> LogEntry {
    var writer = writer
    writer.container = container
    let text = scanner.rest.dropFirst()
    return LogEntry(writer: writer, text: LogForm.behindStamp(text) ?? text)
  }
}
