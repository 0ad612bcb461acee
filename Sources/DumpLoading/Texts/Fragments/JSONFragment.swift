import YAML

/// Completes lines of JSON that begin in the middle: what they close was opened before them.
enum JSONFragment {
  /// No object is nested deeper.
  private static let most = 32

  /// The segments, the outermost first.
  static func segments(of lines: ArraySlice<TextLine>, file: String) -> [FragmentSegment] {
    guard let first = lines.first else { return [] }
    let text = lines.flatMap { $0.bytes + [UInt8(ascii: "\n")] }
    guard let missing = MissingBrackets(text), missing.levels <= most else { return [] }
    let above = [UInt8](repeating: UInt8(ascii: "\n"), count: first.number - 1)
    var whole = above + missing.prefix(inPlaceOf: first.indent) + text.dropFirst(first.indent)
    whole.removeLast(text.count - missing.end)
    whole += missing.closing
    let reading = DocumentReader().read(whole, file: file)
    guard reading.problems.allSatisfy({ !$0.isFatal }), let root = reading.documents.first?.root
    else { return [] }
    return segments(in: root, levels: missing.levels)
  }

  private static func segments(in root: YAMLNode, levels: Int) -> [FragmentSegment] {
    var segments: [FragmentSegment] = []
    var node = root
    for level in (0..<levels).reversed() {
      guard let segment = FragmentSegment(node, holdsInner: level > 0) else { break }
      segments.append(segment)
      guard let inner = node[FragmentSegment.missingKey] ?? node[0] else { break }
      node = inner
    }
    return segments
  }
}

/// The brackets that a text of JSON closes without having opened them, and those that it leaves open.
private struct MissingBrackets {
  /// What opens the missing levels, the outermost first.
  private(set) var opening: [UInt8] = []
  private(set) var closing: [UInt8] = []
  /// How many levels the text closes, and one for what stands behind the last.
  private(set) var levels = 0
  /// Where the text breaks off.
  private(set) var end = 0

  init?(_ text: [UInt8]) {
    var scan = JSONScan()
    var closers: [UInt8] = []
    var last = 0
    for (index, octet) in zip(text.indices, text) {
      let isCloser = octet == UInt8(ascii: "}") || octet == UInt8(ascii: "]")
      if isCloser, !scan.isInString, scan.open.isEmpty {
        closers.append(octet)
        last = index + 1
      }
      scan.take(octet, at: index)
    }
    let rest = text[last...].drop { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
    let isRooted = rest.first.map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? false
    end = scan.open.isEmpty ? text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0 : max(last, scan.end)
    if end > 0, scan.open.isEmpty, text[end - 1] == UInt8(ascii: ",") { end -= 1 }
    closing = scan.open.reversed().map {
      $0 == JSONScan.brace ? UInt8(ascii: "}") : UInt8(ascii: "]")
    }
    if closers.isEmpty, isRooted {
      levels = 1
      return
    }
    if !rest.isEmpty {
      // Whole values stand in a list, entries in a mapping.
      closers.append(isRooted ? UInt8(ascii: "]") : UInt8(ascii: "}"))
      closing.append(closers[closers.count - 1])
    }
    levels = closers.count
    guard levels > 0 else { return nil }
    let key = Array("\"\(FragmentSegment.missingKey)\":".utf8)
    for (level, closer) in closers.enumerated().reversed() {
      opening.append(closer == UInt8(ascii: "}") ? JSONScan.brace : UInt8(ascii: "["))
      if closer == UInt8(ascii: "}"), level > 0 { opening += key }
    }
  }

  /// What opens the levels, behind as many blanks as are left of a margin.
  func prefix(inPlaceOf margin: Int) -> [UInt8] {
    [UInt8](repeating: UInt8(ascii: " "), count: max(0, margin - opening.count)) + opening
  }
}
