/// Tells by the first lines of a file whether it is a text for people or holds documents.
enum TextForm {
  /// What the beginning of a file looks like.
  enum Look {
    /// A description, a table or a prompt begins the file.
    case text
    /// Lines that name their containers begin the file.
    case log
    /// A manifest begins the file.
    case documents
    case unclear
  }

  /// How much of a file tells what it is.
  private static let probed = 16 << 10

  /// What the first lines that say something look like.
  static func look(at bytes: Span<UInt8>) -> Look {
    if plainBeginnings.contains(where: { beginning($0, of: bytes) }) { return .documents }
    var start: [UInt8] = []
    for index in 0..<min(bytes.count, probed) { start.append(bytes[index]) }
    let lines = PasteCleaner.clean(TextLine.lines(of: TextEncoding.utf8(start)))
    guard let first = lines.first(where: { !$0.isBlank && !isComment($0) }) else { return .unclear }
    if DescriptionScanner.beginsAnother(first) || PasteBoundary.isTableHeader(first)
      || ShellPrompt.isPrompt(first) || first.begins(with: "```")
    {
      return .text
    }
    if PrefixedLine(first.bytes) != nil || SternNames.isAnnouncement(first) { return .log }
    return ManifestStretch.begins(with: first) || isKeyOfManifest(first) ? .documents : .unclear
  }

  /// What nearly every manifest begins with; then there is nothing to clean.
  private static let plainBeginnings: [StaticString] = [
    "apiVersion: ", "{\n", "{\"", "---\napiVersion: ",
  ]

  private static func beginning(_ text: StaticString, of bytes: Span<UInt8>) -> Bool {
    text.withUTF8Buffer { text in
      bytes.count >= text.count && text.indices.allSatisfy { unsafe text[$0] == bytes[$0] }
    }
  }

  private static func isComment(_ line: TextLine) -> Bool {
    line.begins(with: "#") && !ShellPrompt.isPrompt(line)
  }

  private static func isKeyOfManifest(_ line: TextLine) -> Bool {
    let keys: [StaticString] = [
      "metadata:", "spec:", "status:", "items:", "data:", "apiVersion", "kind", "%YAML", "\"", "{",
      "[",
      "- ",
    ]
    return keys.contains { line.content.begins(with: $0) }
  }
}
