import Provenance

/// What a row shows under one heading, and where that stands.
struct TableCell: Sendable {
  var text: String
  var mark: Mark
}

/// One row of a table, cut into cells.
struct TableRow: Sendable {
  /// Words that kubectl prints where there is nothing to show.
  private static let nothing: Set<String> = ["<none>", "<unset>", "<unknown>", "<invalid>", "N/A"]

  private let header: TableHeader
  private let cells: [TableCell?]
  /// Where the row begins.
  let mark: Mark

  init(_ line: TextLine, under header: TableHeader) {
    self.header = header
    let fields = RowCutter(header: header).fields(of: line)
    cells = fields.map { field in
      guard let field, !field.bytes.isEmpty else { return nil }
      return TableCell(
        text: field.text, mark: Mark(line: line.number, column: field.start + 1))
    }
    mark = cells.lazy.compactMap(\.self).first?.mark ?? Mark(line: line.number, column: 1)
  }

  /// How many cells hold something.
  var count: Int { cells.count { $0 != nil } }

  subscript(_ index: Int) -> TableCell? { index < cells.count ? cells[index] : nil }

  /// The cell under a heading; nil when it is blank.
  subscript(_ heading: String) -> TableCell? { header.index(of: heading).flatMap { self[$0] } }

  /// The cell under a heading; nil when it says that there is nothing, as `<none>` does.
  func value(_ heading: String) -> TableCell? {
    self[heading].flatMap { Self.nothing.contains($0.text) ? nil : $0 }
  }

  /// The cell under the first of some headings that has one.
  func value(_ headings: [String]) -> TableCell? {
    headings.lazy.compactMap { value($0) }.first
  }

  func has(_ heading: String) -> Bool { header.has(heading) }
}
