import Provenance

/// One line of a description, with the lines below it.
struct OutlineNode: Sendable {
  private let outline: Outline
  private let index: Int

  fileprivate init(of outline: Outline, at index: Int) {
    self.outline = outline
    self.index = index
  }

  private var entry: Outline.Entry { outline.entries[index] }

  /// What stands before the colon; empty for a line without a label.
  var label: String {
    guard let colon = entry.colon else { return "" }
    return String(decoding: entry.line.content[..<colon].trimmingBlanks(), as: UTF8.self)
  }

  /// What stands behind the colon, or all of a line without a label.
  var value: String { String(decoding: valueBytes, as: UTF8.self) }

  var valueBytes: ArraySlice<UInt8> {
    let content = entry.line.content
    guard let colon = entry.colon else { return content }
    return content[(colon + 1)...].trimmingBlanks()
  }

  /// The value; nil where kubectl says that there is none.
  var given: String? {
    let value = value
    return Self.nothing.contains(value) ? nil : value
  }

  private static let nothing: Set<String> = [
    "", "<none>", "<unset>", "<unknown>", "<nil>", "<default>", "<auto>", "<invalid>",
  ]

  var line: TextLine { entry.line }

  /// The whole line without the blanks around it.
  var text: String { entry.line.text }

  var content: ArraySlice<UInt8> { entry.line.content }

  /// Where the value begins.
  var mark: Mark {
    let value = valueBytes
    let start = value.isEmpty ? entry.line.content.startIndex : value.startIndex
    return Mark(line: entry.line.number, column: start - entry.line.bytes.startIndex + 1)
  }

  /// Where the line begins.
  var startMark: Mark {
    let line = entry.line
    return Mark(line: line.number, column: line.indent + 1)
  }

  var indent: Int { entry.indent }

  /// The line as it stands, from `indent` on: what follows the indentation of a block of text.
  func text(from indent: Int) -> String {
    let bytes = entry.line.bytes
    let blanks = min(indent, entry.line.indent)
    return String(decoding: bytes.dropFirst(blanks).trimmingEnd(), as: UTF8.self)
  }

  /// The lines directly below this one, without those that only go on with its text.
  var children: Children {
    Children(of: outline, (index + 1)..<entry.end)
  }

  /// The first line below that has the label.
  subscript(label: String) -> OutlineNode? {
    children.first { $0.label == label }
  }

  /// All lines below, on whatever level, in the order of the text.
  var descendants: [OutlineNode] {
    ((index + 1)..<entry.end).map { OutlineNode(of: outline, at: $0) }
  }

  /// The value with the lines below it, as a text of several lines.
  var longText: String {
    ([value] + descendants.map(\.text)).joined(separator: "\n")
  }

  /// The value and the texts below it, one for each line: how lists of labels or names are printed.
  var lines: [OutlineNode] {
    valueBytes.isEmpty ? descendants : [self] + descendants
  }

  /// What a line of a list says: the value of the first, which bears the label, and all of the others.
  func item(of list: OutlineNode) -> ArraySlice<UInt8> {
    index == list.index ? valueBytes : content
  }
}

extension OutlineNode {
  /// Lines that stand on one level.
  struct Children: Sequence, IteratorProtocol {
    private let outline: Outline
    private var cursor: Int
    private let end: Int

    init(of outline: Outline, _ range: Range<Int>) {
      self.outline = outline
      cursor = range.lowerBound
      end = range.upperBound
    }

    mutating func next() -> OutlineNode? {
      while cursor < end {
        let index = cursor
        cursor = Swift.max(index + 1, outline.entries[index].end)
        if !outline.entries[index].isContinuation { return OutlineNode(of: outline, at: index) }
      }
      return nil
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func trimmingEnd() -> ArraySlice<UInt8> {
    var slice = self
    while let last = slice.last, last.isBlank { slice.removeLast() }
    return slice
  }
}
