import YAML

/// Cuts lines of YAML that begin in the middle where they stand less deep than all before them.
enum YAMLFragment {
  /// No object is nested deeper.
  private static let most = 32
  /// How many lines at the end may be broken off.
  private static let broken = 5

  /// The segments, the outermost first.
  static func segments(of lines: ArraySlice<TextLine>, file: String) -> [FragmentSegment] {
    let ranges = ranges(of: lines)
    guard ranges.count <= most else { return [] }
    var segments: [FragmentSegment] = []
    for range in ranges.reversed() {
      let isLast = range.upperBound == lines.endIndex
      guard let segment = segment(lines[range], file: file, mayBreakOff: isLast) else { break }
      segments.append(segment)
    }
    return segments
  }

  private static func ranges(of lines: ArraySlice<TextLine>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = lines.startIndex
    var margin = lines.first?.indent ?? 0
    var isList = lines.first.map(isItem) ?? false
    for (index, line) in zip(lines.indices, lines) where !line.isBlank && !line.begins(with: "#") {
      guard line.indent < margin || line.indent == margin && isList && !isItem(line) else {
        continue
      }
      ranges.append(start..<index)
      (start, margin, isList) = (index, line.indent, isItem(line))
    }
    return ranges + [start..<lines.endIndex]
  }

  private static func isItem(_ line: TextLine) -> Bool {
    line.content.begins(with: "- ") || line.content.equals("-")
  }

  /// Lines before these are blank, so that lines keep their numbers.
  private static func segment(
    _ lines: ArraySlice<TextLine>, file: String, mayBreakOff: Bool
  ) -> FragmentSegment? {
    guard let first = lines.first else { return nil }
    let above = [UInt8](repeating: UInt8(ascii: "\n"), count: first.number - 1)
    for missing in 0...(mayBreakOff ? broken : 0) where missing < lines.count {
      let text = above + lines.dropLast(missing).flatMap { $0.bytes + [UInt8(ascii: "\n")] }
      let reading = DocumentReader().read(text, file: file)
      guard reading.problems.allSatisfy({ !$0.isFatal }), reading.documents.count == 1 else {
        continue
      }
      return FragmentSegment(reading.documents[0].root)
    }
    return nil
  }
}
