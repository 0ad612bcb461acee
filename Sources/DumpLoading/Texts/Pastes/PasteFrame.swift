/// Takes off the lines that terminals, k9s and Markdown draw around a text and between the columns of a table.
enum PasteFrame {
  private static let bar = UInt8(ascii: "|")

  /// The lines without borders; those that are nothing but border are gone, and a tab stands for each stroke between
  /// cells.
  static func removed(from lines: [TextLine]) -> [TextLine] {
    var result: [TextLine] = []
    result.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      if mayBeFramed(line.content) {
        let isOfTable = isOfTable(lines, at: index)
        if let line = removed(from: line, isOfTable: isOfTable) { result.append(line) }
      } else {
        result.append(line)
      }
    }
    return result
  }

  /// Whether a stroke can stand at either end, as its octets tell.
  private static func mayBeFramed(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first else { return false }
    return first == 0xE2 || first == bar || first == UInt8(ascii: "+")
      || content.suffix(3).first == 0xE2
  }

  /// Whether the line is one of several that begin and end with a bar, as those of Markdown and of databases do.
  private static func isOfTable(_ lines: [TextLine], at index: Int) -> Bool {
    let isRow = isBarred(lines[index])
    let isBeside = [index - 1, index + 1].contains {
      lines.indices.contains($0) && (isBarred(lines[$0]) || isRule(lines[$0].content))
    }
    return isBeside && (isRow || isRule(lines[index].content))
  }

  private static func isBarred(_ line: TextLine) -> Bool {
    let content = line.content
    return content.count > 3 && content.first == bar && content.last == bar
  }

  /// Whether a line holds nothing but strokes of ASCII, at least one of which is a corner or bar.
  private static func isRule(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first, first == bar || first == UInt8(ascii: "+") else {
      return false
    }
    return content.count > 3 && content.allSatisfy { strokes.contains($0) || $0.isBlank }
  }

  private static let strokes: [UInt8] = Array("|+-=:".utf8)

  private static func removed(from line: TextLine, isOfTable: Bool) -> TextLine? {
    var line = line
    if isOfTable {
      if isRule(line.content) { return nil }
      line.bytes = withTabs(line.content.dropFirst().dropLast().split(separator: bar))
    } else if BoxStroke.begins(line.content) || BoxStroke.ends(line.content) {
      let cells = BoxStroke.cells(of: line.bytes)
      if cells.allSatisfy({ $0.trimmingBlanks().isEmpty }), !line.content.isEmpty,
        BoxStroke.isRule(line.content)
      {
        return nil
      }
      line.bytes = cells.count == 1 ? cells[0] : withTabs(cells)
    }
    return line
  }

  private static func withTabs(_ cells: [ArraySlice<UInt8>]) -> ArraySlice<UInt8> {
    cells.map { $0.trimmingBlanks() }.joined(separator: [UInt8(ascii: "\t")]).map(\.self)[...]
  }
}

/// A stroke of Unicode's box drawing block, U+2500 to U+257F.
private enum BoxStroke {
  private static let length = 3

  static func begins(_ content: ArraySlice<UInt8>) -> Bool { isStroke(content) }

  static func ends(_ content: ArraySlice<UInt8>) -> Bool {
    content.count >= length && isStroke(content.suffix(length))
  }

  private static func isStroke(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= length, bytes.first == 0xE2 else { return false }
    let second = bytes[bytes.startIndex + 1]
    return second == 0x94 || second == 0x95
  }

  private static func isUpright(_ bytes: ArraySlice<UInt8>) -> Bool {
    isStroke(bytes)
      && (bytes.begins(with: "│") || bytes.begins(with: "┃") || bytes.begins(with: "║"))
  }

  /// Whether one of the arrows stands there by which k9s marks the column that rows are sorted by.
  private static func isArrow(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.begins(with: "↑") || bytes.begins(with: "↓")
  }

  /// Whether the line is part of a horizontal border, which may bear a title.
  static func isRule(_ content: ArraySlice<UInt8>) -> Bool {
    isStroke(content) && !isUpright(content)
  }

  /// What stands between upright strokes, without what the outer ones cut off; horizontal strokes are left out.
  static func cells(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var cells: [[UInt8]] = [[]]
    var rest = bytes
    while let octet = rest.first {
      if isUpright(rest) {
        cells.append([])
        rest = rest.dropFirst(length)
      } else if isStroke(rest) {
        rest = rest.dropFirst(length)
      } else if isArrow(rest), cells[cells.count - 1].last?.isUppercaseLetter == true {
        cells[cells.count - 1].append(UInt8(ascii: " "))
        rest = rest.dropFirst(length)
      } else {
        cells[cells.count - 1].append(octet)
        rest = rest.dropFirst()
      }
    }
    if cells.count > 1, cells[0].allSatisfy(\.isBlank) { cells.removeFirst() }
    if cells.count > 1, cells[cells.count - 1].allSatisfy(\.isBlank) { cells.removeLast() }
    return cells.map { $0[...] }
  }
}
