/// Puts the fences of Markdown on lines of their own where a chat left them beside the text.
enum PasteFences {
  private static let fence = Array("```".utf8)

  /// The lines, with those that begin or end in a fence as two lines of one number.
  static func parted(_ lines: [TextLine]) -> [TextLine] {
    guard lines.contains(where: { isParted($0.content) }) else { return lines }
    return lines.flatMap(parted)
  }

  private static func isParted(_ content: ArraySlice<UInt8>) -> Bool {
    content.count > fence.count && (content.starts(with: fence) || content.suffix(3) == fence[...])
  }

  private static func parted(_ line: TextLine) -> [TextLine] {
    guard isParted(line.content) else { return [line] }
    let mark = TextLine(bytes: fence[...], number: line.number)
    var inside = line
    var isOpened = false
    if line.content.starts(with: fence) {
      inside.bytes = line.content.dropFirst(fence.count)
      // The word behind a fence names a language, unless it begins a text.
      isOpened = beginsText(inside)
      guard isOpened else { return [line] }
    }
    let isClosed = inside.content.suffix(fence.count) == fence[...]
    if isClosed { inside.bytes = inside.bytes[..<inside.content.endIndex].dropLast(fence.count) }
    return (isOpened ? [mark] : []) + [inside] + (isClosed ? [mark] : [])
  }

  private static func beginsText(_ line: TextLine) -> Bool {
    DescriptionScanner.beginsAnother(line) || PasteBoundary.isBoundary(line)
  }
}
