/// Cuts rows into the cells under a header.
///
/// Rows stand under the header's columns as kubectl prints them. Where they do not, since `--watch` printed them later or
/// somebody's editor moved them, gaps of two spaces and the nearest heading decide.
struct RowCutter {
  let header: TableHeader

  private var columns: [TableHeader.Column] { header.columns }

  /// One field for each column; nil where the row has none.
  func fields(of line: TextLine) -> [LineField?] {
    switch header.spacing {
    case .tabs where line.bytes.contains(UInt8(ascii: "\t")):
      fitted(LineField.betweenTabs(of: line), of: line)
    case .single: fitted(Self.glued(line), of: line)
    case .aligned, .tabs: aligned(line) ?? fitted(LineField.betweenGaps(of: line), of: line)
    }
  }

  /// The cells between where the columns begin; nil when the row does not keep to them.
  private func aligned(_ line: TextLine) -> [LineField?]? {
    guard !line.bytes.contains(UInt8(ascii: "\t")) else { return nil }
    let starts = offsets(in: line.bytes)
    let edges = starts + [line.bytes.endIndex]
    guard line.bytes[..<edges[0]].allSatisfy({ $0 == UInt8(ascii: " ") }) else { return nil }
    var fields: [LineField?] = []
    for (index, column) in columns.enumerated() {
      let (start, end) = (edges[index], edges[index + 1])
      guard index == 0 || start == line.bytes.endIndex || hasGap(before: start, in: line.bytes)
      else { return nil }
      let cell = line.bytes[start..<end]
      let text = LineField.trimmed(cell)
      guard mayHoldGaps(index) || !Self.holdsGap(text) else { return nil }
      let space = text.startIndex - cell.startIndex
      fields.append(LineField(bytes: text, start: column.start + (text.isEmpty ? 0 : space)))
    }
    return fields
  }

  /// Only texts of people hold two spaces in a row.
  private func mayHoldGaps(_ index: Int) -> Bool {
    index == columns.count - 1 || columns[index].heading == TableHeader.message
  }

  private func hasGap(before index: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    index - 2 >= bytes.startIndex && bytes[index - 1] == UInt8(ascii: " ")
      && bytes[index - 2] == UInt8(ascii: " ")
  }

  private static func holdsGap(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: " ") && $1 == UInt8(ascii: " ") }
  }

  /// The byte at which each column begins; the end where the line is shorter.
  private func offsets(in bytes: ArraySlice<UInt8>) -> [Int] {
    var offsets: [Int] = []
    var position = -1
    for index in bytes.indices where LineField.beginsScalar(bytes[index]) {
      position += 1
      guard offsets.count < columns.count else { break }
      if columns[offsets.count].start == position { offsets.append(index) }
    }
    return offsets + Array(repeating: bytes.endIndex, count: columns.count - offsets.count)
  }

  /// Deals fields out to the columns.
  private func fitted(_ fields: [LineField], of line: TextLine) -> [LineField?] {
    let surplus = fields.count - columns.count
    if surplus == 0 { return fields }
    return surplus > 0 ? joined(fields, surplus: surplus, of: line) : nearest(fields)
  }

  /// What is too much belongs to the message, else to the last column.
  private func joined(
    _ fields: [LineField], surplus: Int, of line: TextLine
  ) -> [LineField?] {
    let column = header.index(of: TableHeader.message) ?? columns.count - 1
    let (first, last) = (fields[column], fields[column + surplus])
    let text = line.bytes[first.bytes.startIndex..<last.bytes.endIndex]
    let message = LineField(bytes: text, start: first.start)
    return Array(fields[..<column]) + [message] + Array(fields[(column + surplus + 1)...])
  }

  /// Each field goes under the nearest heading that leaves room for the fields after it.
  private func nearest(_ fields: [LineField]) -> [LineField?] {
    var dealt: [LineField?] = Array(repeating: nil, count: columns.count)
    var next = 0
    for (index, field) in fields.enumerated() {
      let last = columns.count - (fields.count - index)
      let column = (next...last).min { one, other in
        abs(columns[one].start - field.start) < abs(columns[other].start - field.start)
      }
      guard let column else { break }
      dealt[column] = field
      next = column + 1
    }
    return dealt
  }

  /// Words, with what is in brackets joined to the word before: `5 (2m ago)`, `3s (x4 over 50s)`.
  static func glued(_ line: TextLine) -> [LineField] {
    var fields: [LineField] = []
    var isOpen = false
    for word in LineField.words(of: line) {
      let opens = word.bytes.first == UInt8(ascii: "(")
      if isOpen || opens, let last = fields.popLast() {
        let text = line.bytes[last.bytes.startIndex..<word.bytes.endIndex]
        fields.append(LineField(bytes: text, start: last.start))
        isOpen = word.bytes.last != UInt8(ascii: ")")
      } else {
        fields.append(word)
      }
    }
    return fields
  }
}
