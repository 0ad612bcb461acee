import Provenance

/// Where the items of a part of a list stand in a text, so that each of them can be read by itself.
package struct ListItems: Sendable {
  let reader: ListReader
  let language: ListCut.Language
  let frame: ListFrame
  let indentation: Int
  /// Where the part is in the text.
  package let range: Range<Int>
  /// How many lines of the file stand before the part.
  let linesBefore: UInt32
  let lines: ListLines
  /// Whether the last item is that of the list.
  let isAtEnd: Bool

  /// The file that they are in.
  var file: String { reader.file }

  /// How many items there are.
  package var count: Int { lines.starts.count }

  /// A larger frame would be read with each item.
  private static let largestFrame = 64

  /// Where the text of an item is, with what follows on it before the next.
  package func range(of item: Int) -> Range<Int> {
    let next = item + 1 < count ? range.lowerBound + Int(lines.starts[item + 1]) : range.upperBound
    return range.lowerBound + Int(lines.starts[item])..<next
  }

  /// An item, read from its text; nil when the text is not what it was.
  package func item(_ item: Int, from text: Span<UInt8>) -> YAMLNode? {
    let before = lines.numbers[item]
    let end = item + 1 < count ? lines.numbers[item + 1] : lines.count
    let document = reader.document(
      language, of: frame, text, (linesBefore &+ before, end &- before),
      isLast: isAtEnd && item + 1 == count)
    guard let items = document?.root["items"], items.elements.count == 1 else { return nil }
    return items[0].flatMap { begins($0, item) ? $0 : nil }
  }

  /// The whole part as a document; nil when anything is wrong with it or may be.
  func document(_ text: Span<UInt8>) -> Document? {
    reader.document(language, of: frame, text, (linesBefore, lines.count), isLast: isAtEnd)
  }

  /// This, if the items that were read are those that the lines seemed to begin.
  func verified(in document: Document) -> ListItems? {
    guard frame.nodeCount <= Self.largestFrame, let items = document.root["items"],
      items.elements.count == count,
      zip(items.elements, 0..<count).allSatisfy({ begins($0, $1) })
    else { return nil }
    return self
  }

  /// Whether a node stands where an item begins.
  private func begins(_ node: YAMLNode, _ item: Int) -> Bool {
    let mark = node.mark
    guard mark.line == Int(linesBefore &+ lines.numbers[item] &+ 1) else { return false }
    return language == .json ? mark.column == indentation + 1 : mark.column > indentation + 1
  }
}
