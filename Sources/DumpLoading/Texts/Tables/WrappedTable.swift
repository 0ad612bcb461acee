/// A table whose header was too wide for the screen that it was copied from, so that each row takes several lines.
struct WrappedTable {
  private static let highest = 4
  private static let narrowest = 40

  /// The header and rows as they were printed.
  let lines: [TextLine]
  /// How many lines each of them took.
  let height: Int

  /// Nil when the second line does not go on with the header.
  init?(_ lines: ArraySlice<TextLine>) {
    guard let first = lines.first, first.bytes.count < 400,
      PasteBoundary.isTableHeader(first), let second = lines.dropFirst().first,
      Self.isHeader(second)
    else { return nil }
    let table = lines.prefix { !$0.isBlank }
    height = table.prefix(Self.highest).prefix(while: Self.isHeader).count
    guard let width = Self.width(of: table, height: height) else { return nil }
    var joined: [TextLine] = []
    var rest = table
    while rest.count >= height {
      joined.append(Self.joined(rest.prefix(height), width: width))
      rest = rest.dropFirst(height)
    }
    guard let header = joined.first.flatMap(TableHeader.init), TableKind.kind(of: header) != nil
    else { return nil }
    self.lines = joined
  }

  /// Whether a line holds nothing but words in capitals, or parts of such.
  private static func isHeader(_ line: TextLine) -> Bool {
    let content = line.content
    return !content.isEmpty
      && content.allSatisfy { $0.isUppercaseLetter || $0.isBlank || "-()%/".utf8.contains($0) }
  }

  /// The width of the screen: that of the longest of the lines that go on; nil when it is none.
  private static func width(of table: ArraySlice<TextLine>, height: Int) -> Int? {
    guard height > 1 else { return nil }
    var width = 0
    for (number, line) in table.enumerated() where number % height != height - 1 {
      width = max(width, line.scalarCount)
    }
    guard width >= narrowest else { return nil }
    let isLongest = table.allSatisfy { $0.scalarCount <= width }
    return isLongest ? width : nil
  }

  private static func joined(_ lines: ArraySlice<TextLine>, width: Int) -> TextLine {
    var bytes: [UInt8] = []
    for (number, line) in lines.enumerated() {
      bytes += line.bytes[..<max(line.bytes.startIndex, line.content.endIndex)]
      guard number + 1 < lines.count else { break }
      bytes += repeatElement(UInt8(ascii: " "), count: max(0, width - line.scalarCount))
    }
    return TextLine(bytes: bytes[...], number: lines.first?.number ?? 1)
  }
}
