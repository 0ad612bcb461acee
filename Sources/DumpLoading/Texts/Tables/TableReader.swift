import Findings
import KubernetesModel
import Provenance
import YAML

/// Reads one table as `kubectl get`, `kubectl events` and `kubectl top` print it: a header and its rows.
///
/// Tables of kinds of which a row shows too little to conclude anything are read and passed over.
struct TableReader {
  /// Rows are longer than this only where a message is; what is beyond does not count.
  private static let longestRow = 64 << 10
  /// `kubectl events` prints the line breaks of a message as they are; this many lines of one are looked past.
  private static let longestMessage = 40

  private let header: TableHeader
  private let wrap: LineWrap
  private let context: TableContext
  private let kind: String?
  private var reading: TextReading
  private var eventNames: [String: Int] = [:]
  /// Where the objects of the table stand in what was read.
  private var rows: [ObjectReference: Int] = [:]
  /// The rows of a table of a node's runtime.
  private var containers: [RuntimeContainer] = []

  /// Reads the table at the start of `lines`; nil when their first is no header of a table.
  ///
  /// - Parameters:
  ///   - lines: the lines from the header on, with whatever follows the table.
  ///   - file: the name of the file as the user gave it.
  ///   - present: the time that ages count from.
  ///   - namespace: the namespace of rows that do not say theirs.
  /// - Returns: the objects, and how many lines the table has.
  static func read(
    _ lines: ArraySlice<TextLine>, file: String, present: TextPresent, namespace: String
  ) -> TextReading? {
    read(lines, in: TableContext(file: file, present: present, namespace: namespace))
  }

  /// Reads the table at the start of `lines`; nil when their first is no header of a table.
  static func read(_ lines: ArraySlice<TextLine>, in context: TableContext) -> TextReading? {
    if let wrapped = WrappedTable(lines), var reading = read(wrapped.lines[...], in: context) {
      reading.lineCount *= wrapped.height
      return reading
    }
    guard let first = lines.first, let header = TableHeader(first) else { return nil }
    var reader = TableReader(header, LineWrap(of: lines.prefix { !$0.isBlank }), in: context)
    reader.readRows(lines.dropFirst())
    reader.finish()
    return reader.reading
  }

  /// Reads the rows at the start of `lines` that stand under no header; nil when the first is no row.
  static func read(bare lines: ArraySlice<TextLine>, in context: TableContext) -> TextReading? {
    guard let first = lines.first, let header = BareRow.header(over: first) else { return nil }
    let rows = lines.prefix { BareRow.header(over: $0)?.isLike(header) == true }
    var context = context
    if let kind = BareRow.kind(under: header) { context.kind = kind }
    var reader = TableReader(header, LineWrap(of: []), in: context)
    reader.readRows(rows.map(BareRow.plain)[...])
    reader.reading.lineCount = rows.count
    return reader.reading.objects.isEmpty ? nil : reader.reading
  }

  private init(_ header: TableHeader, _ wrap: LineWrap, in context: TableContext) {
    self.header = header
    self.wrap = wrap
    self.context = context
    kind = TableKind.kind(of: header) ?? context.kind
    reading = TextReading()
    reading.lineCount = 1
  }

  private mutating func readRows(_ lines: ArraySlice<TextLine>) {
    var rest = lines
    while let line = rest.first, !LineField.trimmed(line.bytes).isEmpty, TableHeader(line) == nil {
      let continuation = kind == Event.kind ? continuation(after: rest) : []
      guard line.isElision || take(row(line, continuedBy: continuation)) else { return }
      reading.lineCount += 1 + continuation.count
      rest = rest.dropFirst(1 + continuation.count)
    }
  }

  private mutating func finish() {
    guard kind == RuntimeContainer.kind else { return }
    reading.objects = RuntimeContainer.documents(of: containers, in: context)
    reading.isExcerpt = true
  }

  /// Makes an object of a row; false when the line is no row, so that the table has ended.
  private mutating func take(_ row: TableRow) -> Bool {
    if kind == RuntimeContainer.kind {
      if let container = RuntimeContainer(row, in: context) { containers.append(container) }
      return row.count > 3
    }
    guard let subject = subject(of: row) else { return false }
    guard let kind = subject.kind, RowWriter.writes(kind) else { return true }
    let writer = RowWriter(row: row, kind: kind, name: subject.name, context: context)
    guard let document = writer.document(numbering: &eventNames) else {
      return note(row, of: kind)
    }
    add(document, of: kind)
    return true
  }

  /// Adds an object; `--watch` prints one again each time that it changes, and the last row counts.
  private mutating func add(_ document: Document, of kind: String) {
    guard kind != Event.kind else { return reading.objects.append(document) }
    let object = ObjectReference(of: document.root)
    if let index = rows[object] {
      reading.objects[index] = document
    } else {
      rows[object] = reading.objects.count
      reading.objects.append(document)
    }
  }

  /// What a row is about; nil when it names nothing.
  private func subject(of row: TableRow) -> (kind: String?, name: String)? {
    if kind == Event.kind { return (Event.kind, "") }
    guard row.count > 1, let cell = row[TableHeader.name] ?? row[0] else { return nil }
    guard let name = RowName(cell.text) else { return nil }
    guard let resource = name.resource else { return (kind, name.name) }
    return (KindNames.kind(named: resource), name.name)
  }

  /// Notes a row that names an object and does not show it; what names none is none.
  private mutating func note(_ row: TableRow, of kind: String) -> Bool {
    guard kind != Event.kind, row.count + 1 >= header.columns.count else { return false }
    let place = Place(file: context.file, mark: row.mark)
    reading.problems.append(
      LoadProblem(.invalidValue, at: place, says: "the row does not show a \(kind)"))
    return true
  }

  private func row(_ line: TextLine, continuedBy more: ArraySlice<TextLine>) -> TableRow {
    let lines = ([line] + more).map {
      TextLine(bytes: $0.bytes.prefix(Self.longestRow), number: $0.number)
    }
    return TableRow(
      TextLine(bytes: wrap.joined(lines, margin: .kept)[...], number: line.number), under: header)
  }

  /// The lines between this row and the next that are no rows: the rest of the row's message.
  private func continuation(after lines: ArraySlice<TextLine>) -> ArraySlice<TextLine> {
    let following = lines.dropFirst().prefix(Self.longestMessage)
    let next = following.firstIndex {
      LineField.trimmed($0.bytes).isEmpty || TableHeader($0) != nil || isEvent($0)
    }
    if let next, next > following.startIndex, isEvent(lines[next]) {
      return lines[following.startIndex..<next]
    }
    return wrapped(after: lines, before: next ?? following.endIndex)
  }

  /// The lines with which the last row goes on: those that were wrapped.
  private func wrapped(after lines: ArraySlice<TextLine>, before end: Int) -> ArraySlice<TextLine> {
    var next = lines.startIndex + 1
    while next < end, wrap.end(of: lines[next - 1], before: lines[next]) != .own { next += 1 }
    guard wrap.hasWrapped(lines[lines.startIndex..<next]) else { return [] }
    return lines[(lines.startIndex + 1)..<next]
  }

  private func isEvent(_ line: TextLine) -> Bool {
    TableEvent(row(line, continuedBy: []), in: context) != nil
  }
}

extension TextLine {
  /// Whether the line stands for lines that somebody left out: `...`, `[…]`, `<snip>`.
  fileprivate var isElision: Bool {
    guard bytes.count < 64 else { return false }
    let text = String(decoding: bytes, as: UTF8.self).filter { !" \t[]<>()".contains($0) }
    return !text.isEmpty
      && (text.allSatisfy { ".…".contains($0) } || ["snip", "truncated", "omitted"].contains(text))
  }
}
