/// Writes what a patch adds, in the style of its surroundings.
struct PatchText {
  /// How the surroundings write their strings and keys.
  enum Notation {
    case yaml, json
  }

  let notation: Notation

  /// In one line, in brackets and braces.
  func flow(_ patch: MergePatch) -> String {
    switch patch {
    case .scalar(let text, let isString): scalar(text, isString: isString)
    case .removal: "null"
    case .mapping(let entries): "{" + entries.compactMap(flow).joined(separator: ", ") + "}"
    case .named(let entries):
      "[" + entries.map { flow($0.value) }.joined(separator: ", ") + "]"
    case .list(let elements): "[" + elements.map(flow).joined(separator: ", ") + "]"
    }
  }

  /// `key: value` in one line; nil for what is removed.
  func flow(_ entry: MergePatch.Entry) -> String? {
    entry.value == .removal ? nil : "\(key(entry.key)): \(flow(entry.value))"
  }

  /// The lines of an entry, each nested one two blanks deeper; none for what is removed.
  func block(_ entry: MergePatch.Entry) -> [String] {
    switch entry.value {
    case .removal: []
    case .mapping(let entries):
      ["\(key(entry.key)):"] + entries.flatMap(block).map { "  \($0)" }
    case .named(let elements):
      ["\(key(entry.key)):"] + elements.flatMap { element($0.value) }.map { "  \($0)" }
    case .scalar, .list: ["\(key(entry.key)): \(flow(entry.value))"]
    }
  }

  private func element(_ patch: MergePatch) -> [String] {
    guard case .mapping(let entries) = patch else { return ["- \(flow(patch))"] }
    return entries.flatMap(block).enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
  }

  func key(_ key: String) -> String { scalar(key, isString: true) }

  func scalar(_ text: String, isString: Bool) -> String {
    guard isString else { return text }
    let isSpecial = text.utf8.contains { ",[]{}#:".utf8.contains($0) }
    if notation == .json || isSpecial { return ScalarStyle.doubleQuoted.text(text) }
    let style = ScalarStyle(for: text)
    if case .literal = style { return ScalarStyle.doubleQuoted.text(text) }
    return style.text(text)
  }
}
