import Basics
import CEL
import Provenance
import YAML

/// Writes values into texts for people: numbers plain, lists with commas, objects by their names.
enum ValueText {
  /// The most elements of a list that are written out.
  private static let mostElements = 8

  static func text(of value: Value) -> String {
    text(of: value, depth: 0)
  }

  /// The text on one line, and not longer than `limit` bytes.
  ///
  /// White space around a line's end becomes one space; other white space stays, because it can be what is wrong
  /// with a value.
  static func singleLine(_ text: String, atMost limit: Int) -> String {
    // ASCII without control characters stands on one line already.
    if text.utf8.count <= limit, text.hasOnlyOctets(in: 0x20...0x7E) { return text }
    let line = joiningLines(of: prefix(of: text, bytes: limit * 4))
    return line.utf8.count <= limit ? line : prefix(of: line, bytes: limit - 3) + "…"
  }

  private static func joiningLines(of text: String) -> String {
    var line: [UInt8] = []
    line.reserveCapacity(text.utf8.count)
    var blanks = 0
    var endsLine = false
    for scalar in text.unicodeScalars {
      // The properties of a scalar are looked up in tables; those of ASCII everybody knows.
      if scalar.isASCII
        ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
      {
        blanks += 1
        endsLine = endsLine || scalar != " " && Character(scalar).isNewline
        continue
      }
      for _ in 0..<(endsLine ? (line.isEmpty ? 0 : 1) : blanks) { line.append(0x20) }
      if scalar.isASCII {
        line.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        line.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      (blanks, endsLine) = (0, false)
    }
    if !endsLine { for _ in 0..<blanks { line.append(0x20) } }
    return String(decoding: line, as: UTF8.self)
  }

  /// The longest beginning of `text` that takes at most so many bytes.
  static func prefix(of text: String, bytes limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    let end = text.utf8.index(text.startIndex, offsetBy: max(0, limit))
    return String(text[..<text.unicodeScalars.index(alignedDown: end, in: text)])
  }

  /// The end of `text` that takes so many bytes, or as few more as a character needs.
  static func suffix(of text: String, bytes limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    let start = text.utf8.index(text.endIndex, offsetBy: -max(0, limit))
    return String(text[text.unicodeScalars.index(alignedDown: start, in: text)...])
  }

  /// The paragraphs of a folded text: single line ends become spaces, empty lines stay.
  static func paragraphs(_ text: String) -> String {
    var paragraphs: [[String]] = [[]]
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(String(Substring(line)))
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
      .joined(separator: "\n")
  }

  private static func text(of value: Value, depth: Int) -> String {
    guard depth < 8 else { return "…" }
    switch value {
    case .null: return "none"
    case .string(let text): return text
    case .list(let list): return text(of: list, depth: depth)
    case .map(let map): return text(of: map, depth: depth)
    default: return scalar(value, depth: depth)
    }
  }

  private static func text(of list: any ListObject, depth: Int) -> String {
    let count = list.count
    var texts = (0..<min(count, mostElements)).map {
      text(of: list.element(at: $0), depth: depth + 1)
    }
    if count > mostElements { texts.append("and \(count - mostElements) more") }
    return texts.joined(separator: ", ")
  }

  private static func text(of map: any MapObject, depth: Int) -> String {
    if let origin = map.origin, origin.node == nil || isWhole(origin) {
      return origin.object.description
    }
    var texts: [String] = []
    for case .string(let key) in map.keys.prefix(mostElements) {
      texts.append("\(key): \(map.member(key).map { text(of: $0, depth: depth + 1) } ?? "none")")
    }
    if map.keys.count > mostElements { texts.append("…") }
    return "{\(texts.joined(separator: ", "))}"
  }

  private static func isWhole(_ origin: Origin) -> Bool {
    guard let node = origin.node, let root = origin.root else { return false }
    return node.mark == root.mark && node.kind == root.kind
  }
}

extension String.UnicodeScalarView {
  /// The nearest index at or before `index` that begins a scalar.
  fileprivate func index(alignedDown index: Index, in text: String) -> Index {
    var index = index
    while index > startIndex, index.samePosition(in: self) == nil {
      index = text.utf8.index(before: index)
    }
    return index
  }
}

extension ValueText {
  private static func scalar(_ value: Value, depth: Int) -> String {
    switch value {
    case .bool(let value): value ? "true" : "false"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .double(let value): number(value)
    case .bytes(let bytes): String(decoding: bytes.prefix(4096), as: UTF8.self)
    case .timestamp(let time): time.description
    case .duration(let duration): duration.description
    case .type(let type): type.name
    case .optional(.some(let value)): text(of: value, depth: depth + 1)
    case .object(let object): object.text
    default: "none"
    }
  }

  /// A whole number without a point, any other with as few digits as name it.
  private static func number(_ value: Double) -> String {
    Int64(exactly: value).map { "\($0)" } ?? "\(value)"
  }
}
