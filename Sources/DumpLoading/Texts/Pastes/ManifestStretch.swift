/// Finds manifests that stand in a paste, and where they end.
enum ManifestStretch {
  /// Whether a manifest begins with this line.
  static func begins(with line: TextLine) -> Bool {
    beginsYAML(line) || beginsJSON(line)
  }

  /// How many lines at the start of `lines` look like a manifest, and whether they are one; nil where none begins.
  static func find(_ lines: ArraySlice<TextLine>) -> (lineCount: Int, isManifest: Bool)? {
    guard let first = lines.first, begins(with: first), !isOwner(lines) else { return nil }
    let count = beginsJSON(first) ? countJSON(lines) : countYAML(lines)
    let hasType = lines.prefix(count).contains { $0.text.contains("apiVersion") }
    return (max(1, count), hasType)
  }

  /// Whether the lines begin with what a part of metadata says of an object's owner, which has a version and a kind too.
  static func isOwner(_ lines: ArraySlice<TextLine>) -> Bool {
    guard let first = lines.first, first.begins(with: "- apiVersion: ") else { return false }
    return lines.dropFirst().prefix(5).prefix { $0.indent == first.indent + 2 }
      .contains { $0.begins(with: "blockOwnerDeletion: ") || $0.begins(with: "uid: ") }
  }

  private static func beginsYAML(_ line: TextLine) -> Bool {
    line.begins(with: "apiVersion: ") || line.begins(with: "- apiVersion: ")
      || line.begins(with: "kind: ") || line.content.equals("---")
  }

  private static func beginsJSON(_ line: TextLine) -> Bool {
    line.content.equals("{") || line.content.equals("[") || line.begins(with: "{\"apiVersion\"")
      || line.begins(with: "{\"kind\"")
  }

  /// Lines of YAML go on as long as they are indented, or a key, an item, a separator or a comment.
  private static func countYAML(_ lines: ArraySlice<TextLine>) -> Int {
    let margin = lines.first?.indent ?? 0
    let isList = lines.first?.begins(with: "- ") == true
    var count = 0
    for (number, line) in lines.enumerated() {
      if line.isBlank { continue }
      guard line.indent > margin || isYAML(line) else { break }
      // Behind the items of a list whose beginning is missing stands the list's kind.
      if isList, line.indent <= margin, !line.begins(with: "-"), !line.begins(with: "#") { break }
      guard !ShellPrompt.isPrompt(line), !line.begins(with: "```") else { break }
      count = number + 1
    }
    return count
  }

  private static func isYAML(_ line: TextLine) -> Bool {
    if DescriptionScanner.beginsAnother(line) { return false }
    if line.begins(with: "- ") || line.begins(with: "#") || line.begins(with: "---") { return true }
    guard let colon = line.colonOfLabel else { return false }
    let key = line.content[..<colon]
    return key.allSatisfy { $0.isLetter || $0.isDigit } && key.first?.isUppercaseLetter == false
  }

  /// Lines of JSON go on until every brace is closed.
  private static func countJSON(_ lines: ArraySlice<TextLine>) -> Int {
    var scan = JSONScan()
    for (number, line) in lines.enumerated() {
      if number > 0, DescriptionScanner.beginsAnother(line) || ShellPrompt.isPrompt(line) {
        return number
      }
      for (index, octet) in zip(line.bytes.indices, line.bytes) { scan.take(octet, at: index) }
      if scan.open.isEmpty { return number + 1 }
    }
    return lines.count
  }
}
