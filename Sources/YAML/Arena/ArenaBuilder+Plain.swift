extension ArenaBuilder {
  /// Adds an unquoted scalar, typed by its text.
  mutating func addPlain(_ text: Span<UInt8>, at position: Position) {
    add(plain(texts.add(text), at: position))
  }

  /// The record of an unquoted scalar whose text is stored already.
  mutating func plain(_ range: TextStore.Range, at position: Position) -> NodeRecord {
    var record = NodeRecord(.string, first: range.offset, second: range.length, at: position)
    let type = ScalarType(plain: texts[range])
    record.kind = type.kind
    if case .number(.float(let value)) = type, !value.isFinite { refuseInfinity(at: position) }
    if range.length == 2, record.kind == .string { markMerge(&record) }
    return record
  }

  /// JSON has no text for infinity and "not a number"; as keys they are strings.
  mutating func refuseInfinity(at position: Position) {
    guard !expectsKey else { return }
    note(.unsupportedValue, at: position, says: "infinite numbers and .nan have no form in JSON")
  }

  /// Makes `<<` a merge key where it is a key.
  func markMerge(_ record: inout NodeRecord) {
    guard expectsKey, bytes(of: record).elementsEqual([0x3C, 0x3C]) else { return }
    record.kind = .mergeKey
  }
}
