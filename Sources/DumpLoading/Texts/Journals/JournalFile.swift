/// A file that is a journal, before it is read; its bytes stay where they are.
struct JournalFile: Sendable {
  private let source: DumpSource

  init(_ source: DumpSource) {
    self.source = source
  }

  /// A text that turned out to be a journal.
  init(_ bytes: [UInt8], file: String) {
    source = DumpSource(InputFile(objectsAt: file), bytes: bytes)
  }

  var path: String { source.file.path }

  /// Shows the lines a few thousand at a time, the last of them again with those that follow, until `body` has taken
  /// all.
  ///
  /// - Parameter body: takes lines, and says what is left; what is left of the last ones is not shown again.
  func forEachStretch(_ body: (ArraySlice<TextLine>, _ isLast: Bool) -> ArraySlice<TextLine>) {
    var cutter = LineCutter(longestLine: JournalReader.longestLine)
    var lines: [TextLine] = []
    // A file that goes away while it is read ends there.
    try? source.forEachPiece { piece in
      var start = 0
      while cutter.take(piece, from: &start) {
        lines.append(TextLine(cutter))
        if lines.count >= Self.stretch { lines = Array(body(lines[...], false)) }
      }
    }
    if cutter.finish() { lines.append(TextLine(cutter)) }
    _ = body(lines[...], true)
  }

  private static let stretch = 4_096
}

extension TextLine {
  fileprivate init(_ cutter: LineCutter) {
    var bytes = cutter.line[...]
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    self.init(bytes: bytes, number: cutter.count)
  }
}
