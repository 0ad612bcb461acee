/// Takes off the `>` that mail, chats and Markdown put before each line that they quote.
enum PasteQuotes {
  private static let deepest = 4

  /// The lines without the marks of quotes; one marked line alone may be a prompt.
  static func removed(from lines: [TextLine]) -> [TextLine] {
    var lines = lines
    for _ in 0..<deepest {
      guard removeOne(from: &lines) else { break }
    }
    return lines
  }

  /// Takes one mark off each run of marked lines; false when there is none.
  private static func removeOne(from lines: inout [TextLine]) -> Bool {
    var isAnyRemoved = false
    var start = 0
    while start < lines.count {
      let run = lines[start...].prefix(while: isQuoted)
      if run.count > 1 {
        isAnyRemoved = true
        for index in run.indices { lines[index].bytes = withoutMark(lines[index].bytes) }
      }
      start = run.endIndex + 1
    }
    return isAnyRemoved
  }

  private static func isQuoted(_ line: TextLine) -> Bool {
    line.content.first == UInt8(ascii: ">")
  }

  private static func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = bytes[(bytes.trimmingBlanks().startIndex + 1)...]
    return rest.first == UInt8(ascii: " ") ? rest.dropFirst() : rest
  }
}
