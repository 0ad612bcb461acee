/// Where the text of a long list can be cut, before items that begin a line.
///
/// The cuts are only likely. They are right when each part, read by itself, is whole: then the parser stood between
/// two items at the end of it, as it does at the beginning of the next.
struct ListCut {
  /// The language that the list is written in.
  enum Language {
    case yaml, json

    /// Whether a line opens the list.
    fileprivate func opens(_ line: Range<Int>, of text: Span<UInt8>) -> Bool {
      switch self {
      case .yaml: line.count == 6 && text.has(Array("items:".utf8), at: line.lowerBound)
      case .json:
        line.count < 40 && text.has(Array("\"items\": [".utf8), at: line.upperBound - 10)
          && text.indentation(of: line) == line.count - 10
      }
    }

    /// The octet that an item begins with.
    fileprivate var itemMark: UInt8 {
      switch self {
      case .yaml: 0x2D
      case .json: 0x7B
      }
    }
  }

  /// Everything up to and with the line that opens the list.
  let head: Range<Int>
  /// The items, some in each.
  let parts: [Range<Int>]
  /// Everything behind the last item.
  let tail: Range<Int>

  private let language: Language
  /// How many spaces stand before an item.
  let indentation: Int

  /// How many lines are looked at for the one that opens the list.
  private static let longestHead = 100
  /// How many octets may stand around the items, which are read with each part.
  private static let largestFrame = 64 << 10

  /// Nil when the text does not begin with a list whose items stand at one indentation, or when it is short.
  init?(_ language: Language, of text: Span<UInt8>, partSize: Int) {
    guard text.count > 2 * partSize,
      let start = Self.startOfItems(language, in: text)
    else { return nil }
    let indentation = text.indentation(of: start..<text.count)
    guard text.isItem(language, at: start, indentation) else { return nil }

    var starts = [start]
    var offset = start + partSize
    while let lineEnd = text.firstIndex(of: 0x0A, from: offset), lineEnd + 1 < text.count {
      offset = lineEnd + 1
      guard text.isItem(language, at: offset, indentation) else { continue }
      starts.append(offset)
      offset += partSize
    }
    let end = Self.endOfItems(in: text, from: starts[starts.count - 1], indentation)
    guard starts.count > 1, start + text.count - end <= Self.largestFrame else { return nil }
    self.language = language
    self.indentation = indentation
    head = 0..<start
    parts = zip(starts, starts.dropFirst() + [end]).map { $0..<$1 }
    tail = end..<text.count
  }

  /// The lines of a part.
  func lines(in part: Range<Int>, of text: Span<UInt8>) -> ListLines {
    var lines = ListLines()
    var offset = part.lowerBound
    while offset < part.upperBound {
      if text.isItem(language, at: offset, indentation) {
        lines.addItem(at: offset - part.lowerBound)
      }
      guard let end = text.firstIndex(of: 0x0A, from: offset), end < part.upperBound else { break }
      lines.count &+= 1
      offset = end + 1
    }
    return lines
  }

  private static func startOfItems(_ language: Language, in text: Span<UInt8>) -> Int? {
    var offset = 0
    for _ in 0..<longestHead {
      guard let end = text.firstIndex(of: 0x0A, from: offset) else { return nil }
      if language.opens(offset..<end, of: text) { return end + 1 }
      offset = end + 1
    }
    return nil
  }

  /// The first line from `start` on that stands further out than the items do, and is neither empty nor a comment.
  private static func endOfItems(
    in text: Span<UInt8>, from start: Int, _ indentation: Int
  ) -> Int {
    var offset = start
    while let lineEnd = text.firstIndex(of: 0x0A, from: offset), lineEnd + 1 < text.count {
      offset = lineEnd + 1
      let found = text.indentation(of: offset..<min(offset + indentation + 1, text.count))
      let next = offset + found < text.count ? text[offset + found] : 0x0A
      let isOutside = found < indentation || (indentation == 0 && found == 0 && next != 0x2D)
      if isOutside, next != 0x0A, next != 0x23 { return offset }
    }
    return text.count
  }
}

extension Span<UInt8> {
  /// Whether a line begins as an item of a list does.
  fileprivate func isItem(
    _ language: ListCut.Language, at offset: Int, _ indent: Int
  ) -> Bool {
    guard offset + indent + 1 < count, self[offset + indent] == language.itemMark else {
      return false
    }
    return indentation(of: offset..<offset + indent) == indent
      && (language == .json || self[offset + indent + 1] <= 0x20)
  }

  /// How many spaces a range begins with.
  fileprivate func indentation(of range: Range<Int>) -> Int {
    var count = 0
    while range.lowerBound + count < range.upperBound, self[range.lowerBound + count] == 0x20 {
      count += 1
    }
    return count
  }

  /// How many line breaks there are in a range.
  func lineBreaks(in range: Range<Int>) -> UInt32 {
    var count: UInt32 = 0
    var offset = range.lowerBound
    while let found = firstIndex(of: 0x0A, from: offset), found < range.upperBound {
      count &+= 1
      offset = found + 1
    }
    return count
  }
}
