/// A stretch of a line between gaps, without the space around it.
struct LineField: Sendable {
  var bytes: ArraySlice<UInt8>
  /// In Unicode scalars from the start of the line.
  var start: Int

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The fields that two spaces or more divide.
  static func betweenGaps(of line: TextLine) -> [LineField] {
    fields(of: line, gap: 2)
  }

  /// The fields that any space divides.
  static func words(of line: TextLine) -> [LineField] {
    fields(of: line, gap: 1)
  }

  /// The fields that single tabs divide, some of which may be empty.
  static func betweenTabs(of line: TextLine) -> [LineField] {
    var fields: [LineField] = []
    var start = 0
    for part in line.bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false) {
      let space = part.prefix(while: isSpace).count
      let text = trimmed(part)
      fields.append(LineField(bytes: text, start: start + space))
      start += scalarCount(of: part) + 1
    }
    return fields
  }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }

  static func scalarCount(of bytes: ArraySlice<UInt8>) -> Int {
    bytes.count(where: beginsScalar)
  }

  /// Whether a byte is not the continuation of a scalar.
  static func beginsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

  /// A tab divides whatever the gap.
  private static func fields(of line: TextLine, gap: Int) -> [LineField] {
    var fields: [LineField] = []
    var rest = line.bytes
    var position = 0
    while let start = rest.firstIndex(where: { !isSpace($0) }) {
      position += start - rest.startIndex
      rest = rest[start...]
      let end = self.end(of: rest, gap: gap)
      fields.append(LineField(bytes: rest[..<end], start: position))
      position += scalarCount(of: rest[..<end])
      rest = rest[end...]
    }
    return fields
  }

  /// Where the field at the start of `bytes` ends.
  private static func end(of bytes: ArraySlice<UInt8>, gap: Int) -> Int {
    var spaces = 0
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\t") { return index - spaces }
      spaces = isSpace(bytes[index]) ? spaces + 1 : 0
      if spaces == gap { return index + 1 - gap }
    }
    return bytes.endIndex - spaces
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
