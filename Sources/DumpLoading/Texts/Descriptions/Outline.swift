import Provenance

/// The lines of a description as a tree: what is indented below a line belongs to it.
///
/// A flat array in the order of the text, in which each entry knows where its descendants end.
struct Outline: Sendable {
  struct Entry: Sendable {
    let line: TextLine
    let indent: Int
    /// Where the label's colon stands in the line; nil for a line without a label.
    let colon: Int?
    /// Whether the line only goes on with the text of the one before it, as that of a message does.
    let isContinuation: Bool
    /// Behind the last of the lines below this one.
    fileprivate(set) var end: Int
  }

  private(set) var entries: [Entry] = []
  /// The entries that the next line may belong to, outermost first.
  private var open: [Int] = []

  /// The lines below no other.
  var roots: OutlineNode.Children { OutlineNode.Children(of: self, entries.indices) }

  /// Adds a line below the last one that is indented less.
  mutating func append(_ line: TextLine, indent: Int) {
    while let last = open.last, entries[last].indent >= indent { close(last) }
    open.append(entries.count)
    entries.append(
      Entry(
        line: line, indent: indent, colon: line.colonOfLabel, isContinuation: false,
        end: entries.count + 1))
  }

  /// Adds a line that goes on with the text of the one before it.
  mutating func appendContinuation(_ line: TextLine) {
    entries.append(
      Entry(
        line: line, indent: .max, colon: nil, isContinuation: true, end: entries.count + 1))
  }

  /// Says that no line follows.
  mutating func finish() {
    while let last = open.last { close(last) }
  }

  private mutating func close(_ entry: Int) {
    entries[entry].end = entries.count
    open.removeLast()
  }
}

extension TextLine {
  /// Where the colon of `Label: value` or `Label:` stands.
  var colonOfLabel: Int? {
    let content = content
    var index = content.startIndex
    while index < content.endIndex {
      if content[index] == UInt8(ascii: ":") {
        let next = index + 1
        return next == content.endIndex || content[next].isBlank
          ? index : colon(in: content, from: next)
      }
      index += 1
    }
    return nil
  }

  private func colon(in content: ArraySlice<UInt8>, from start: Int) -> Int? {
    content[start...].indices.first { index in
      content[index] == UInt8(ascii: ":")
        && (index + 1 == content.endIndex || content[index + 1].isBlank)
    }
  }
}
