/// Reads a text of lines with fields and tabs between them, field by field.
struct PackedFields {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Whether the next field is the first one of a line, or there is none.
  var isAtLineStart: Bool {
    position == 0 || position >= bytes.count || bytes[position - 1] == 0x0A
  }

  /// The next field; nil at the end.
  mutating func next() -> String? {
    nextRange().map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The words of the next field, which has commas between them.
  mutating func nextList() -> [String]? {
    nextRange().map { range in
      bytes[range].split(separator: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private mutating func nextRange() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, bytes[position] != 0x09, bytes[position] != 0x0A {
      position += 1
    }
    defer { position += 1 }
    return start..<position
  }
}
