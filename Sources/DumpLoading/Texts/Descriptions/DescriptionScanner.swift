/// Finds where a description ends, and makes an outline of its lines.
struct DescriptionScanner {
  private(set) var outline = Outline()
  /// How many lines belong to the description.
  private(set) var lineCount = 0

  private let margin: Int
  private var blanks = 0
  private var section = Section.fields
  /// How deep the rows of the table of events stand, once one is known; lines above that go on with the row before.
  private var rowIndent = 0
  /// Where the text of a container's last message ends.
  private var messageEnd = 0

  /// What the lines that follow can be.
  private enum Section {
    case fields
    /// Rows below the header of a quota or a limit range.
    case rows
    /// Keys and texts of a ConfigMap or Secret, which may look like anything.
    case texts
    /// The table of events, which ends a description.
    case events
  }

  /// Scans a description whose first line is the first of `lines`.
  init(_ lines: ArraySlice<TextLine>) {
    margin = lines.first?.indent ?? 0
    for (index, line) in zip(lines.indices, lines) {
      if line.isBlank {
        blanks += 1
        continue
      }
      if index < messageEnd {
        outline.appendContinuation(line)
      } else {
        guard index == lines.startIndex || belongs(line) else { break }
        add(line)
        if line.indent > margin, line.begins(with: "Message:") {
          messageEnd = Self.endOfMessage(lines[index...]) ?? messageEnd
        }
      }
      blanks = 0
      lineCount = index - lines.startIndex + 1
    }
    outline.finish()
  }

  /// Where the exit code stands, which follows the message of a container whatever is in that.
  private static func endOfMessage(_ lines: ArraySlice<TextLine>) -> Int? {
    let indent = lines.first?.indent ?? 0
    return lines.prefix(longestMessage).firstIndex {
      $0.indent == indent && $0.begins(with: "Exit Code:")
    }
  }

  /// The kubelet keeps at most 80 lines of a log as a message.
  private static let longestMessage = 100

  /// Whether the description goes on with this line.
  private func belongs(_ line: TextLine) -> Bool {
    if line.indent <= margin, Self.beginsAnother(line) { return false }
    if section == .texts { return !ShellPrompt.isPrompt(line) && !line.begins(with: "```") }
    if blanks > 0, section == .events { return false }
    if line.indent > margin { return blanks < 2 }
    if blanks > 0 { return blanks < 2 && DescriptionLabels.isKnownField(line) }
    if section == .events { return !PasteBoundary.isBoundary(line) }
    return DescriptionLabels.isField(line) || DescriptionLabels.isTitle(line)
      || !PasteBoundary.isBoundary(line)
  }

  private mutating func add(_ line: TextLine) {
    if section == .texts, !Self.endsTexts(line) { return outline.append(line, indent: margin + 1) }
    if line.indent > margin, line.indent < rowIndent, EventRow(line.content) == nil {
      return outline.appendContinuation(line)
    }
    if line.indent > margin {
      if section == .events, rowIndent == 0 { rowIndent = line.indent }
      return outline.append(line, indent: line.indent)
    }
    let isField = DescriptionLabels.isField(line) || DescriptionLabels.isTitle(line)
    guard isField || section == .rows, section != .events else {
      return outline.appendContinuation(line)
    }
    outline.append(line, indent: margin)
    if isField { enter(line) }
  }

  private mutating func enter(_ line: TextLine) {
    if line.begins(with: "Events:") {
      section = .events
    } else if line.content.equals("Data") || line.content.equals("BinaryData") {
      section = .texts
    } else if DescriptionLabels.isHeaderOfRows(line) {
      section = .rows
    } else if !DescriptionLabels.isRule(line) {
      section = .fields
    }
  }

  private static func endsTexts(_ line: TextLine) -> Bool {
    line.content.equals("BinaryData") || line.begins(with: "Events:")
  }

  /// Whether the line is the first of a description: `Name:` and a name that an object can have.
  static func beginsAnother(_ line: TextLine) -> Bool {
    guard line.begins(with: "Name:"), let colon = line.colonOfLabel else { return false }
    let name = line.content[(colon + 1)...].trimmingBlanks()
    return !name.isEmpty && line.indent < deepestMargin
      && (name.allSatisfy(isNameOctet) || UnnamedObject.isName(name))
  }

  /// Pastes are indented as a whole, but no deeper than quotes and code are.
  private static let deepestMargin = 16

  private static func isNameOctet(_ octet: UInt8) -> Bool {
    octet.isLetter || octet.isDigit || octet == UInt8(ascii: "-") || octet == UInt8(ascii: ".")
      || octet == UInt8(ascii: ":") || octet == UInt8(ascii: "_")
  }
}
