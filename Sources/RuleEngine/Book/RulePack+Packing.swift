import Findings
import YAML

extension RulePack {
  /// Packs the rules of a folder; throws all that is wrong with any of them, its laws included.
  package init(packing files: [RuleFile]) throws(RuleErrors) {
    let book = try RuleBook(files: files, laws: .bundled)
    var index = ""
    var rules = ""
    for entry in book.entries {
      let document = try Self.packed(RuleFile(path: entry.path, text: entry.textWithoutExamples))
      let columns = [
        entry.name, entry.about, entry.playbook, entry.profile.rawValue,
        entry.triggers.joined(separator: ","), entry.title, "\(document.utf8.count)",
      ]
      index += columns.joined(separator: "\t") + "\n"
      rules += document
    }
    let causes = try book.causes
    var signatures: [SignaturePack] = []
    for file in files where file.role == .signatures {
      signatures.append(try SignaturePack(packing: file, causes: causes))
    }
    self.init(
      index: index, rules: rules, remedies: try Self.packed(.remedies, of: files),
      vocabulary: try Self.packed(.vocabulary, of: files), signatures: signatures,
      glossary: try Self.glossary(in: files))
  }

  private static func glossary(in files: [RuleFile]) throws(RuleErrors) -> PackedWords {
    let files = files.filter { $0.role == .glossary }
    if let packed = PackedWords(packing: try Glossary(reading: files)) { return packed }
    throw RuleErrors(
      files.prefix(1).map { RuleError("a word holds a tab, a line end or a comma", at: $0.start) })
  }

  private static func packed(
    _ role: RuleFile.Role, of files: [RuleFile]
  ) throws(RuleErrors) -> String {
    guard let file = files.first(where: { $0.role == role }) else { return "" }
    return try packed(file)
  }

  private static func packed(_ file: RuleFile) throws(RuleErrors) -> String {
    file.text.isEmpty ? "" : try RuleDocument.root(of: file).document.packed
  }

  /// The entries of the index; a line that is no entry ends them.
  var entries: [RuleEntry] {
    var entries: [RuleEntry] = []
    var fields = PackedFields(index)
    var start = rules.startIndex
    while let name = fields.next(), let about = fields.next(), let playbook = fields.next(),
      let profile = fields.next().flatMap({ RuleProfile(rawValue: $0) }),
      let triggers = fields.nextList(), let title = fields.next(),
      let length = fields.next().flatMap({ Int($0) }),
      let end = rules.utf8.index(start, offsetBy: length, limitedBy: rules.endIndex)
    {
      entries.append(
        RuleEntry(
          name: name, about: about, playbook: playbook, profile: profile, triggers: triggers,
          title: title, packed: rules[start..<end]))
      start = end
    }
    return entries
  }
}
