extension YAMLParser {
  mutating func scalar(
    _ stream: borrowing EventStream, _ text: Span<UInt8>
  ) throws(SyntaxFailure) {
    let position = shifted(stream.position)
    let anchor = stream.anchor
    let tag = stream.tag
    if tag != nil { try refuseCommaInTag(stream, text) }
    guard stream.length <= builder.limits.scalarBytes else {
      throw SyntaxFailure(
        kind: .limit, says: "the text has more than \(builder.limits.scalarBytes) octets",
        position: stream.position)
    }
    let range = stored(stream)
    var record: NodeRecord
    if tag == nil, stream.style != .plain {
      record = NodeRecord(.string, first: range.offset, second: range.length, at: position)
      record.isQuoted = true
    } else if let tag {
      record = try tagged(tag, range, stream, at: position)
    } else {
      if flowDepth > 0 { try refuseQuestionMark(in: range, stream, text) }
      record = builder.plain(range, at: position)
    }
    try add(record, anchor: anchor)
  }

  private mutating func stored(_ stream: borrowing EventStream) -> TextStore.Range {
    stream.withText { text in
      if dialect.text == nil { return builder.texts.add(text) }
      let restored = dialect.restore(text)
      return builder.texts.add(restored.span)
    }
  }

  private mutating func tagged(
    _ name: String, _ range: TextStore.Range, _ stream: borrowing EventStream,
    at position: Position
  ) throws(SyntaxFailure) -> NodeRecord {
    var record = NodeRecord(.string, first: range.offset, second: range.length, at: position)
    record.isQuoted = stream.style != .plain
    guard let tag = Tag(rawValue: name) else {
      if name == "!" { builder.markMerge(&record) }
      return record
    }
    if tag == .merge { builder.markMerge(&record) }
    if tag == .float { spellOutWhole(&record) }
    if tag == .binary { return try binary(record, stream) }
    do {
      record.kind = try tag.type(of: builder.bytes(of: record)).kind
    } catch {
      throw SyntaxFailure(says: error.says, position: stream.position)
    }
    if record.kind == .float, !(PlainNumber.float(builder.bytes(of: record)) ?? 0).isFinite {
      builder.refuseInfinity(at: position)
    }
    return record
  }

  /// A whole number keeps its value as a float, however it is written: `!!float 017` is fifteen.
  private mutating func spellOutWhole(_ record: inout NodeRecord) {
    guard case .number(.int(let value)) = ScalarType(plain: builder.bytes(of: record)) else {
      return
    }
    let range = builder.texts.add(String(value))
    record.first = range.offset
    record.second = range.length
  }

  private mutating func binary(
    _ record: NodeRecord, _ stream: borrowing EventStream
  ) throws(SyntaxFailure) -> NodeRecord {
    guard let bytes = Base64.decode(builder.bytes(of: record)) else {
      throw SyntaxFailure(
        says: "!!binary value contains invalid base64", position: stream.position)
    }
    let text = UTF8Repair.repaired(bytes)
    let range = builder.texts.add(text.span)
    return NodeRecord(.string, first: range.offset, second: range.length, at: record.position)
  }

  /// In brackets a question mark is an indicator for go-yaml; libyaml takes it as text.
  ///
  /// At the beginning of a word it makes the word a key, inside of one go-yaml misses a comma.
  private mutating func refuseQuestionMark(
    in range: TextStore.Range, _ stream: borrowing EventStream, _ text: Span<UInt8>
  ) throws(SyntaxFailure) {
    guard builder.texts[range].contains(0x3F) else { return }
    if builder.texts[range].first == 0x3F {
      throw SyntaxFailure(
        says: "found '?' before a word", position: stream.position,
        replacing: offset(of: stream.position, in: text))
    }
    throw SyntaxFailure(
      says: "found '?' inside of an unquoted text in brackets; expected ',' or the closing bracket",
      position: stream.position)
  }
}
