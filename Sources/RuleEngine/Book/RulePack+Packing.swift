import Findings

extension RulePack {
  /// Packs the rules of a folder; throws all that is wrong with any of them, its laws included.
  package init(packing files: [RuleFile]) throws(RuleErrors) {
    let book = try RuleBook(files: files, laws: .bundled)
    var index = ""
    var rules = ""
    for entry in book.entries {
      let text = entry.textWithoutExamples
      let columns = [
        entry.name, entry.about, entry.playbook, entry.profile.rawValue,
        entry.triggers.joined(separator: ","), entry.title, "\(text.utf8.count)",
      ]
      index += columns.joined(separator: "\t") + "\n"
      rules += text
    }
    self.init(
      index: index, rules: rules,
      remedies: files.first { $0.role == .remedies }?.text ?? "",
      vocabulary: files.first { $0.role == .vocabulary }?.text ?? "",
      signatures: try Self.signatures(in: files, of: book), glossary: try Self.glossary(in: files))
  }

  private static func glossary(in files: [RuleFile]) throws(RuleErrors) -> [RuleFile] {
    let words = files.filter { $0.role == .glossary }
    _ = try Glossary(reading: words)
    return words.map { RuleFile(path: $0.name, text: $0.text) }
  }

  private static func signatures(
    in files: [RuleFile], of book: RuleBook
  ) throws(RuleErrors) -> [RuleFile] {
    var packed: [RuleFile] = []
    let causes = try book.causes
    for file in files where file.role == .signatures {
      let breaches = try SignatureFile(reading: file).breaches(causes: causes)
      guard breaches.isEmpty else { throw RuleErrors(breaches) }
      packed.append(RuleFile(path: file.name, text: file.text))
    }
    return packed
  }

  /// The entries of the index; a line that is no entry is left out.
  var entries: [RuleEntry] {
    var entries: [RuleEntry] = []
    var start = rules.startIndex
    for line in index.utf8.split(separator: UInt8(ascii: "\n")) {
      let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard columns.count == 7, let length = Int(columns[6]),
        let profile = RuleProfile(rawValue: columns[3]),
        let end = rules.utf8.index(start, offsetBy: length, limitedBy: rules.endIndex)
      else { continue }
      entries.append(
        RuleEntry(
          name: columns[0], about: columns[1], playbook: columns[2], profile: profile,
          triggers: columns[4].split(separator: ",").map(String.init), title: columns[5],
          path: "Rules/\(columns[2])/\(columns[0]).yaml", text: rules[start..<end]))
      start = end
    }
    return entries
  }
}
