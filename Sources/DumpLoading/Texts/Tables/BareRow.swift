/// A row whose header was left out, as `grep` does: what its cells look like tells what they are.
///
/// Only shapes that nothing else has are known: those of pods, nodes, claims, workloads and events.
struct BareRow {
  private let fields: [LineField]
  private let words: [String]

  /// The header that kubectl would print over a row; nil when the line has no such shape.
  static func header(over line: TextLine) -> TableHeader? {
    guard line.bytes.count <= longest, mayBeRow(line.bytes), let row = BareRow(plain(line)) else {
      return nil
    }
    if let headings = row.headings {
      return TableHeader(headings: headings, over: row.fields, spacing: .single)
    }
    return row.headingsOfEvent.map { TableHeader(headings: $0, over: row.fields, spacing: .single) }
  }

  private static let longest = 4096

  /// Whether the line holds what no row of these shapes is without: `1/2`, a version, or one of a few words.
  private static func mayBeRow(_ bytes: ArraySlice<UInt8>) -> Bool {
    var before = UInt8(ascii: " ")
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "/"), before.isDigit { return true }
      if before.isBlank || before == UInt8(ascii: "`"), isMarkOfRow(bytes[index...]) { return true }
      before = byte
    }
    return false
  }

  private static func isMarkOfRow(_ rest: ArraySlice<UInt8>) -> Bool {
    switch rest.first {
    case UInt8(ascii: "v"): rest.dropFirst().first?.isDigit == true
    case UInt8(ascii: "N"): rest.begins(with: "Normal")
    case UInt8(ascii: "W"): rest.begins(with: "Warning")
    case UInt8(ascii: "B"): rest.begins(with: "Bound")
    case UInt8(ascii: "P"): rest.begins(with: "Pending")
    case UInt8(ascii: "L"): rest.begins(with: "Lost")
    default: false
    }
  }

  /// The kind that headings of too few columns do not tell by themselves.
  static func kind(under header: TableHeader) -> String? {
    header.has("STORAGECLASS") ? "PersistentVolumeClaim" : nil
  }

  /// The line with blanks in place of what letters and chats put around a row: the mark of a list, accents.
  static func plain(_ line: TextLine) -> TextLine {
    let accent = UInt8(ascii: "`")
    let isMarked = line.begins(with: "- ") || line.begins(with: "* ")
    guard isMarked || line.content.first == accent || line.content.last == accent else {
      return line
    }
    var bytes = Array(line.bytes)
    for index in bytes.indices where bytes[index] == accent { bytes[index] = 0x20 }
    if isMarked, let mark = bytes.firstIndex(where: { !$0.isBlank }) { bytes[mark] = 0x20 }
    return TextLine(bytes: bytes[...], number: line.number)
  }

  /// Nil when the line is too short for a row, or too long.
  private init?(_ line: TextLine) {
    fields = RowCutter.glued(line)
    guard fields.count > 3, fields.count < 200 else { return nil }
    words = fields.prefix(20).map(\.text)
  }

  private var headings: [String]? {
    for start in [0, 1] where words.count > start + 3 && isName(start) {
      guard start == 0 || isName(0) else { continue }
      let rest = Array(words[(start + 1)...])
      guard let known = Self.headings(of: rest) else { continue }
      let all = (start == 1 ? ["NAMESPACE", "NAME"] : ["NAME"]) + known
      guard fields.count >= all.count else { continue }
      return all + (all.count..<fields.count).map { "#\($0)" }
    }
    return nil
  }

  /// The headings of the cells behind the name.
  private static func headings(of cells: [String]) -> [String]? {
    pod(cells) ?? node(cells) ?? claim(cells) ?? workload(cells)
  }

  private static func pod(_ cells: [String]) -> [String]? {
    guard cells.count >= 3, isRatio(cells[0]), isStatus(cells[1]), isRestarts(cells[2]) else {
      return nil
    }
    let plain = ["READY", "STATUS", "RESTARTS"]
    guard cells.count > 3 else { return plain }
    guard isAge(cells[3]) else { return nil }
    let wide = ["IP", "NODE", "NOMINATED NODE", "READINESS GATES"]
    let isWide = cells.count >= 6 && (isAddress(cells[4]) || cells[4] == "<none>")
    let count = isWide ? min(wide.count, cells.count - 4) : 0
    return plain + ["AGE"] + wide.prefix(count) + labels(cells.count - 4 - count)
  }

  private static func node(_ cells: [String]) -> [String]? {
    guard cells.count >= 4, cells[3].hasPrefix("v"), cells[3].dropFirst().first?.isNumber == true,
      isAge(cells[2]),
      cells[0].split(separator: ",").allSatisfy({ nodeStatuses.contains(String($0)) })
    else { return nil }
    let addresses = ["INTERNAL-IP", "EXTERNAL-IP"].prefix(cells.count - 4)
    return ["STATUS", "ROLES", "AGE", "VERSION"] + addresses
  }

  private static let nodeStatuses: Set<String> = [
    "Ready", "NotReady", "Unknown", "SchedulingDisabled",
  ]

  private static func claim(_ cells: [String]) -> [String]? {
    guard ["Bound", "Pending", "Lost"].contains(cells[0]) else { return nil }
    if cells[0] == "Pending" {
      if cells.count == 3, isAge(cells[2]) { return ["STATUS", "STORAGECLASS", "AGE"] }
      return nil
    }
    guard cells.count >= 6, cells[3].hasPrefix("RW") || cells[3].hasPrefix("RO"),
      isAge(cells[5])
    else { return nil }
    return ["STATUS", "VOLUME", "CAPACITY", "ACCESS MODES", "STORAGECLASS", "AGE"]
  }

  private static func workload(_ cells: [String]) -> [String]? {
    guard cells.count >= 4, isRatio(cells[0]), Int32(cells[1]) != nil, Int32(cells[2]) != nil,
      isAge(cells[3])
    else { return nil }
    return ["READY", "UP-TO-DATE", "AVAILABLE", "AGE"]
  }

  /// `[NAMESPACE] AGE TYPE REASON KIND/NAME MESSAGE`.
  private var headingsOfEvent: [String]? {
    for start in [0, 1] where words.count > start + 4 {
      guard EventAge(words[start]) != nil, start == 0 || isName(0),
        words[start + 1] == "Normal" || words[start + 1] == "Warning",
        isReason(words[start + 2]), words[start + 3].split(separator: "/").count == 2
      else { continue }
      return (start == 1 ? ["NAMESPACE"] : []) + [
        "LAST SEEN", "TYPE", "REASON", "OBJECT", TableHeader.message,
      ]
    }
    return nil
  }

  private func isReason(_ word: String) -> Bool {
    word.utf8.first?.isUppercaseLetter == true && word.utf8.allSatisfy { $0.isLetter || $0.isDigit }
  }

  private func isName(_ index: Int) -> Bool {
    RowName(words[index]) != nil
  }

  private static func labels(_ count: Int) -> [String] { count == 1 ? ["LABELS"] : [] }

  private static func isRatio(_ word: String) -> Bool {
    let halves = word.split(separator: "/", omittingEmptySubsequences: false)
    return halves.count == 2 && halves.allSatisfy { Int32($0) != nil }
  }

  /// A word of a pod's STATUS column that is known.
  private static func isStatus(_ word: String) -> Bool {
    guard word.utf8.first?.isUppercaseLetter == true else { return false }
    if case .reason = PodStatusWord(word) { return false }
    return true
  }

  /// `5` or `5 (2m ago)`.
  private static func isRestarts(_ word: String) -> Bool {
    guard let first = word.split(separator: " ").first, Int32(first) != nil else { return false }
    return word.count == first.count || word.hasSuffix(" ago)")
  }

  private static func isAge(_ word: String) -> Bool { Age(word) != nil || word == "<unknown>" }

  private static func isAddress(_ word: String) -> Bool {
    word.utf8.contains(UInt8(ascii: ".")) || word.utf8.contains(UInt8(ascii: ":"))
  }
}

extension TableHeader {
  /// Whether rows of this header can stand under the other one.
  func isLike(_ other: TableHeader) -> Bool {
    columns.map(\.heading) == other.columns.map(\.heading)
  }
}
