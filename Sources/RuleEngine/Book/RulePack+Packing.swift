import Findings
import YAML

extension RulePack {
  /// Packs the rules of a folder; throws all that is wrong with any of them, its laws included.
  package init(packing files: [RuleFile]) throws(RuleErrors) {
    let book = try RuleBook(files: files, laws: .bundled)
    var index = ""
    var rules = ""
    for entry in book.entries {
      let text = entry.textWithoutExamples
      let document = try Self.packed(RuleFile(path: entry.path, text: text))
      let premise = try Self.packed(
        RuleFile(path: entry.path, text: RulePremise.text(in: text)))
      let columns = [
        "\(premise.utf8.count)", "\(document.utf8.count)",
        "\(RuleProfile.allCases.firstIndex(of: entry.profile) ?? 0)",
        entry.isFallback ? "1" : "0", entry.name, entry.about, entry.playbook,
        entry.triggers.joined(separator: ","), entry.title,
      ]
      index += columns.joined(separator: "\t") + "\n"
      rules += premise + document
    }
    let causes = try book.causes
    var signatures: [SignaturePack] = []
    for file in files where file.role == .signatures {
      signatures.append(try SignaturePack(packing: file, causes: causes))
    }
    self.init(
      index: index, rules: rules, triggers: PackedTriggers(of: book.entries),
      remedies: try Self.packed(.remedies, of: files),
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
}
