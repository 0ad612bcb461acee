import Basics
package import Provenance

/// A comment in a manifest that speaks to poddoctor: `# poddoctor:ignore TEXT`.
package struct SourceRemark: Hashable, Sendable {
  package var place: Place
  /// What follows the words that mark it, without spaces around.
  package var text: String
  /// The lines that it is about: its own where something stands before it, else the block that follows, else,
  /// before the first line of a document, all of the document.
  package var lines: ClosedRange<Int>

  private static let marker = Array("# poddoctor:ignore ".utf8)

  /// Whether any such comment can be in the bytes.
  static func mayStand(in bytes: Span<UInt8>) -> Bool {
    bytes.firstPlace(of: marker) != nil
  }

  /// The comments in a file, in their order.
  static func remarks(in bytes: [UInt8], file: String) -> [SourceRemark] {
    let lines = TextLine.lines(of: bytes)
    return lines.indices.compactMap { remark(at: $0, in: lines, file: file) }
  }

  private static func remark(at index: Int, in lines: [TextLine], file: String) -> SourceRemark? {
    let line = lines[index].bytes
    guard let start = markerStart(in: line) else { return nil }
    let text = String(decoding: line[(start + marker.count)...], as: UTF8.self)
    let isAlone = line[..<start].allSatisfy { $0 == UInt8(ascii: " ") }
    let number = lines[index].number
    return SourceRemark(
      place: Place(file: file, mark: Mark(line: number, column: start - line.startIndex + 1)),
      text: String(text.drop { $0 == " " }),
      lines: isAlone ? block(after: index, in: lines) : number...number)
  }

  /// Where a comment begins, which is at the start of the line or after a space.
  private static func markerStart(in line: ArraySlice<UInt8>) -> Int? {
    var index = line.startIndex
    while index + marker.count <= line.endIndex {
      if line[index..<(index + marker.count)].elementsEqual(marker),
        index == line.startIndex || line[index - 1] == UInt8(ascii: " ")
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// The first line after the comment that is none, with all that is deeper below it.
  private static func block(after index: Int, in lines: [TextLine]) -> ClosedRange<Int> {
    let number = lines[index].number
    guard let first = lines.indices.dropFirst(index + 1).first(where: { !isBlank(lines[$0]) })
    else { return number...number }
    let isDocument =
      indentation(of: lines[first]) == 0
      && (isSeparator(lines[first])
        || lines[..<index].last(where: { !isBlank($0) }).map(isSeparator) ?? true)
    let depth = isDocument ? -1 : indentation(of: lines[first])
    var last = first
    for next in lines.indices.dropFirst(first + 1) where !isBlank(lines[next]) {
      if isSeparator(lines[next]) || indentation(of: lines[next]) <= depth,
        !continues(lines[next], depth, lines[first])
      {
        break
      }
      last = next
    }
    return lines[first].number...lines[last].number
  }

  /// Whether a line is an item of the list whose key stands at the same depth.
  private static func continues(_ line: TextLine, _ depth: Int, _ first: TextLine) -> Bool {
    let dash = UInt8(ascii: "-")
    return indentation(of: line) == depth && line.bytes.drop { $0 == 0x20 }.first == dash
      && !isSeparator(line) && first.bytes.drop { $0 == 0x20 }.first != dash
  }

  private static func isBlank(_ line: TextLine) -> Bool {
    let text = line.bytes.drop { $0 == UInt8(ascii: " ") }
    return text.isEmpty || text.first == UInt8(ascii: "#")
  }

  private static func isSeparator(_ line: TextLine) -> Bool {
    line.bytes.starts(with: "---".utf8)
  }

  private static func indentation(of line: TextLine) -> Int {
    line.bytes.prefix { $0 == UInt8(ascii: " ") }.count
  }
}
