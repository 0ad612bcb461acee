/// The first line of a table: the headings of its columns, and where each begins.
struct TableHeader: Sendable {
  struct Column: Sendable {
    var heading: String
    /// In Unicode scalars from the start of the line.
    var start: Int
  }

  /// How columns are told apart.
  enum Spacing: Sendable {
    /// By where they begin, as kubectl prints them.
    case aligned
    /// By tabs.
    case tabs
    /// By single spaces, after somebody's editor has squeezed the line.
    case single
  }

  static let name = "NAME"
  static let message = "MESSAGE"

  private static let longest = 4096
  private static let mostColumns = 64
  /// Headings of two words; all others of kubectl's are one.
  private static let twoWords: Set<String> = [
    "LAST SEEN", "FIRST SEEN", "NOMINATED NODE", "READINESS GATES", "ACCESS MODES",
    "RECLAIM POLICY", "NODE SELECTOR", "LAST SCHEDULE", "MIN AVAILABLE", "MAX UNAVAILABLE",
    "ALLOWED DISRUPTIONS", "CREATED AT", "POD LABELS",
    "POD ID", "CONTAINER ID", "CONTROLLED BY",
  ]

  let columns: [Column]
  let spacing: Spacing

  /// Reads a line; nil when it is no header.
  init?(_ line: TextLine) {
    guard line.bytes.count <= Self.longest, Self.startsLikeHeading(line.bytes) else { return nil }
    let isTabbed = line.bytes.contains(UInt8(ascii: "\t"))
    var fields = isTabbed ? LineField.betweenTabs(of: line) : LineField.betweenGaps(of: line)
    fields = fields.map(Self.withoutArrow)
    if Self.isOfLens(fields) { fields = fields.map(Self.inCapitals) }
    if fields.count > 1, fields.allSatisfy(Self.isHeading) {
      spacing = isTabbed ? .tabs : .aligned
      columns = fields.map { Column(heading: $0.text, start: $0.start) }
    } else {
      spacing = .single
      columns = Self.squeezed(LineField.words(of: line))
      guard columns.count > 2 else { return nil }
    }
    guard columns.count <= Self.mostColumns, isKubectls else { return nil }
  }

  /// A header that no line shows, whose columns begin where the cells of a row do.
  init(headings: [String], over row: [LineField], spacing: Spacing) {
    self.spacing = spacing
    columns = zip(headings, row).map { Column(heading: $0, start: $1.start) }
  }

  /// The column under a heading; nil when there is none.
  func index(of heading: String) -> Int? { columns.firstIndex { $0.heading == heading } }

  func has(_ heading: String) -> Bool { index(of: heading) != nil }

  /// Whether these are columns that kubectl prints and not just words in capitals, of which `NAME` may be one.
  private var isKubectls: Bool {
    spacing != .single && has(Self.name) || TableKind.kind(of: self) != nil
  }

  private static func startsLikeHeading(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.begins(with: "Name ") || bytes.begins(with: "Name\t") { return true }
    let word = bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.prefix(2)
    return word.count == 2 && word.allSatisfy { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
  }

  /// A heading without the arrow by which k9s marks the column that rows are sorted by.
  private static func withoutArrow(_ field: LineField) -> LineField {
    var field = field
    while field.bytes.suffix(3).starts(with: [0xE2, 0x86]) { field.bytes.removeLast(3) }
    return field
  }

  /// Whether these are the headings that Lens shows over pods and others, which are no capitals.
  private static func isOfLens(_ fields: [LineField]) -> Bool {
    let headings = Set(fields.map(\.text))
    return headings.isSuperset(of: ["Name", "Namespace", "Age"])
  }

  private static func inCapitals(_ field: LineField) -> LineField {
    var field = field
    field.bytes = field.bytes.map { $0.isLetter ? $0 & 0xDF : $0 }[...]
    return field
  }

  /// In capitals; `kubectl top` names units in small letters, in brackets.
  private static func isHeading(_ field: LineField) -> Bool {
    let text = field.text.utf8.prefix { $0 != UInt8(ascii: "(") }
    let isPlain = text.allSatisfy { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_%/ .".utf8.contains(byte)
    }
    return isPlain && !text.isEmpty && (!text.contains(UInt8(ascii: " ")) || isTwoWords(field.text))
  }

  private static func isTwoWords(_ text: String) -> Bool { twoWords.contains(text) }

  /// The columns of a header whose words are one space apart; none when a word is no heading.
  private static func squeezed(_ words: [LineField]) -> [Column] {
    guard words.allSatisfy(isHeading) else { return [] }
    var columns: [Column] = []
    for word in words {
      let joined = "\(columns.last?.heading ?? "") \(word.text)"
      if let last = columns.last, isTwoWords(joined) {
        columns[columns.count - 1] = Column(heading: joined, start: last.start)
      } else {
        columns.append(Column(heading: word.text, start: word.start))
      }
    }
    return columns
  }
}
