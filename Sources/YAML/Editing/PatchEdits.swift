/// Finds the edits by which a text comes to say what a patch wants, touching nothing else.
struct PatchEdits {
  let source: SourceText
  let notation: PatchText.Notation
  private(set) var edits: [TextEdit] = []

  private var text: PatchText { PatchText(notation: notation) }

  init(_ source: SourceText, _ notation: PatchText.Notation) {
    self.source = source
    self.notation = notation
  }

  /// Adds the edits of a node at `field`.
  mutating func merge(
    _ patch: MergePatch, into node: SourceNode, at field: String
  ) throws(EditRefusal) {
    if case .alias = node.shape { throw .alias(field) }
    guard !node.isMarked else { throw .anchor(field) }
    switch patch {
    case .mapping(let entries) where node.isMapping:
      try merge(entries, into: node, at: field)
    case .named(let elements) where node.isSequence:
      try merge(elements, intoElementsOf: node, at: field)
    case .scalar(let wanted, let isString) where node.isScalar:
      try replace(node, by: wanted, isString: isString, at: field)
    default: throw .shape(field)
    }
  }

  private mutating func merge(
    _ entries: [MergePatch.Entry], into mapping: SourceNode, at field: String
  ) throws(EditRefusal) {
    let present = mapping.entries
    guard !present.contains(where: { $0.key.text == "<<" }) else { throw .mergeKey(field) }
    guard present.allSatisfy({ $0.key.isScalar && !$0.key.isMarked }) else { throw .shape(field) }
    var added: [MergePatch.Entry] = []
    for entry in entries {
      let path = field.isEmpty ? entry.key : "\(field).\(entry.key)"
      let positions = present.indices.filter { present[$0].key.text == entry.key }
      guard positions.count <= 1 else { throw .shape(path) }
      guard let position = positions.first else {
        if entry.value != .removal { added.append(entry) }
        continue
      }
      if entry.value == .removal {
        try remove(position, from: mapping, at: path)
      } else {
        try set(present[position], to: entry.value, in: mapping, at: path)
      }
    }
    guard !added.isEmpty else { return }
    // What goes and what comes at the same place would get in each other's way.
    guard !entries.contains(where: { $0.value == .removal && $0.key == present.last?.key.text })
    else { return try exchange(added, in: mapping, at: field) }
    try add(added, to: mapping, at: field)
  }

  private mutating func set(
    _ entry: (key: SourceNode, value: SourceNode), to patch: MergePatch, in mapping: SourceNode,
    at field: String
  ) throws(EditRefusal) {
    let value = entry.value
    if case .alias = value.shape { throw .alias(field) }
    guard !value.isMarked else { throw .anchor(field) }
    switch patch {
    case .list where value.isSequence, .list where value.isNull,
      .mapping where value.isNull, .named where value.isNull,
      .scalar where value.isNull && value.range.isEmpty:
      try rewrite(entry, as: patch, in: mapping, at: field)
    default: try merge(patch, into: value, at: field)
    }
  }

  /// Writes the value of a key anew, in one line.
  private mutating func rewrite(
    _ entry: (key: SourceNode, value: SourceNode), as patch: MergePatch, in mapping: SourceNode,
    at field: String
  ) throws(EditRefusal) {
    let keyEnd = entry.key.range.upperBound
    guard let colon = source.bytes[keyEnd...].firstIndex(of: UInt8(ascii: ":")),
      source.bytes[keyEnd..<colon].allSatisfy({ $0 == 0x20 })
    else { throw .shape(field) }
    let end = max(colon + 1, entry.value.range.upperBound)
    let range = colon + 1..<end
    guard !source.contains("#", in: range) else { throw .comment(field) }
    edits.append(TextEdit(range, " " + text.flow(patch)))
  }

  private mutating func merge(
    _ elements: [MergePatch.Entry], intoElementsOf list: SourceNode, at field: String
  ) throws(EditRefusal) {
    for element in elements {
      let matching = list.children.filter { child in
        child.entries.contains { $0.key.text == "name" && $0.value.text == element.key }
      }
      guard matching.count == 1, !element.key.isEmpty else { throw .noElement(element.key) }
      try merge(element.value, into: matching[0], at: "\(field)[\(element.key)]")
    }
  }

  /// Keeps the quotes of a string that stays one.
  private mutating func replace(
    _ node: SourceNode, by wanted: String, isString: Bool, at field: String
  ) throws(EditRefusal) {
    let isQuoted = if case .plain = node.shape { false } else { true }
    if node.text == wanted, isQuoted ? isString : node.isString == isString { return }
    let first = node.range.isEmpty ? nil : source.bytes[node.range.lowerBound]
    let written: String
    switch first {
    case UInt8(ascii: "\"") where isString: written = ScalarStyle.doubleQuoted.text(wanted)
    case UInt8(ascii: "'") where isString: written = ScalarStyle.singleQuoted.text(wanted)
    case UInt8(ascii: "|"), UInt8(ascii: ">"), nil: throw .shape(field)
    default: written = text.scalar(wanted, isString: isString)
    }
    edits.append(TextEdit(node.range, written))
  }
}

extension PatchEdits {
  private mutating func add(
    _ entries: [MergePatch.Entry], to mapping: SourceNode, at field: String
  ) throws(EditRefusal) {
    guard let last = mapping.entries.last else {
      guard mapping.isFlow else { throw .shape(field) }
      let start = mapping.range.lowerBound + 1
      let inner = entries.compactMap(text.flow).joined(separator: ", ")
      return edits.append(TextEdit(start..<start, inner))
    }
    let end = max(last.key.range.upperBound, last.value.range.upperBound)
    guard !mapping.isFlow else { return addInFlow(entries, after: last, end: end) }
    let margin = try margin(of: mapping, at: field)
    let place = source.lineEnd(of: end)
    edits.append(TextEdit(place..<place, lines(of: entries, margin: margin, isBefore: false)))
  }

  private func lines(
    of entries: [MergePatch.Entry], margin: Int, isBefore: Bool
  ) -> String {
    let indent = String(repeating: " ", count: margin)
    let lines = entries.flatMap(text.block).map { indent + $0 }
    let lineBreak = source.lineBreak
    return lines.map { isBefore ? $0 + lineBreak : lineBreak + $0 }.joined()
  }

  private mutating func addInFlow(
    _ entries: [MergePatch.Entry], after last: (key: SourceNode, value: SourceNode), end: Int
  ) {
    let key = last.key.range.lowerBound
    let separator =
      source.isFirstOnLine(key)
      ? source.lineBreak + String(repeating: " ", count: source.column(of: key)) : " "
    let added = entries.compactMap(text.flow).map { "," + separator + $0 }.joined()
    edits.append(TextEdit(end..<end, added))
  }

  /// How far the keys of a block mapping are indented.
  private func margin(of mapping: SourceNode, at field: String) throws(EditRefusal) -> Int {
    let start = mapping.range.lowerBound
    let before = source.bytes[source.lineStart(of: start)..<start]
    guard before.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { throw .shape(field) }
    return before.count
  }

  /// Adds entries of a block mapping in place of its last one, which goes.
  private mutating func exchange(
    _ entries: [MergePatch.Entry], in mapping: SourceNode, at field: String
  ) throws(EditRefusal) {
    guard let last = mapping.entries.last, let removal = edits.indices.last else { return }
    guard !mapping.isFlow else {
      let inner = entries.compactMap(text.flow).joined(separator: ", ")
      let isOnly = mapping.entries.count == 1
      edits[removal].replacement = Array(((isOnly ? "" : ", ") + inner).utf8)
      return
    }
    let start = source.lineStart(of: last.key.range.lowerBound)
    guard source.isFirstOnLine(last.key.range.lowerBound) else { throw .shape(field) }
    let lines = lines(of: entries, margin: try margin(of: mapping, at: field), isBefore: true)
    edits.append(TextEdit(start..<start, lines))
    edits.swapAt(removal, edits.count - 1)
  }

  private mutating func remove(
    _ position: Int, from mapping: SourceNode, at field: String
  ) throws(EditRefusal) {
    let entries = mapping.entries
    let (key, value) = entries[position]
    if value.isMarked { throw .anchor(field) }
    let end = max(key.range.upperBound, value.range.upperBound)
    if mapping.isFlow {
      let range =
        position + 1 < entries.count
        ? key.range.lowerBound..<entries[position + 1].key.range.lowerBound
        : (position == 0
          ? key.range.lowerBound : entries[position - 1].value.range.upperBound)..<end
      guard !source.contains("#", in: range) else { throw .comment(field) }
      return edits.append(TextEdit(range, ""))
    }
    guard source.isFirstOnLine(key.range.lowerBound), entries.count > 1 else {
      throw .shape(field)
    }
    edits.append(TextEdit(lines(from: key.range.lowerBound, to: end), ""))
  }

  /// The lines of an entry with the comments right above it.
  private func lines(from key: Int, to end: Int) -> Range<Int> {
    let column = source.column(of: key)
    var start = source.lineStart(of: key)
    while start > 0 {
      let above = source.lineStart(of: start - 1)
      let text = source.bytes[above..<start]
      guard text.prefix(while: { $0 == 0x20 }).count == column,
        text.dropFirst(column).first == UInt8(ascii: "#")
      else { break }
      start = above
    }
    let next = source.nextLine(after: end)
    let endsFile = next == source.bytes.count && source.bytes.last != 0x0A
    // The text keeps ending without a line break.
    if endsFile, start > 0 { return source.lineEnd(of: source.lineStart(of: start - 1))..<next }
    return start..<next
  }
}
