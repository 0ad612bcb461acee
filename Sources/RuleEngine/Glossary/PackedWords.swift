/// Words in one text, a line each in the order of sections and words, so that one is found without reading the others.
///
/// A line has section, word, bearing, what it says, owner and, with commas between, what the owner runs as, with tabs
/// between.
package struct PackedWords: Hashable, Sendable {
  package let lines: String
  /// The words that stand for many: section and word, with a tab between.
  package let patterns: String

  /// Words that were packed.
  package init(lines: String, patterns: String) {
    self.lines = lines
    self.patterns = patterns
  }

  /// Packs words; nil when a text of one holds what stands between texts.
  init?(packing glossary: Glossary) {
    var lines: [String] = []
    var patterns = ""
    for section in glossary.sectionNames {
      for word in glossary.words(of: section) {
        guard let entry = glossary[section, word] else { continue }
        let fields = [
          section, word, entry.bearing.rawValue, entry.says, entry.owner ?? "",
          entry.runs.joined(separator: ","),
        ]
        guard Self.areSound(fields, runs: entry.runs) else { return nil }
        lines.append(fields.joined(separator: "\t"))
        if !Glob(word).isLiteral { patterns += "\(section)\t\(word)\n" }
      }
    }
    lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.init(lines: lines.map { $0 + "\n" }.joined(), patterns: patterns)
  }

  private static func areSound(_ fields: [String], runs: [String]) -> Bool {
    fields.allSatisfy { !$0.utf8.contains { $0 == 0x09 || $0 == 0x0A } }
      && runs.allSatisfy { !$0.isEmpty && !$0.utf8.contains(UInt8(ascii: ",")) }
  }

  /// What is known of exactly this word.
  func entry(of word: String, in section: String) -> Glossary.Entry? {
    let rest = SortedLines(text: lines).rest(ofLineBeginningWith: "\(section)\t\(word)\t")
    guard let rest else { return nil }
    var fields = PackedFields(rest)
    guard let bearing = fields.next().flatMap({ Glossary.Bearing(rawValue: $0) }),
      let says = fields.next(), let owner = fields.next()
    else { return nil }
    return Glossary.Entry(
      bearing: bearing, says: says, owner: owner.isEmpty ? nil : owner,
      runs: fields.nextList() ?? [])
  }

  func hasSection(_ section: String) -> Bool {
    SortedLines(text: lines).hasLine(beginningWith: "\(section)\t")
  }

  /// The words of a section that stand for many.
  func patterns(of section: String) -> [String] {
    guard !patterns.isEmpty else { return [] }
    var fields = PackedFields(patterns)
    var found: [String] = []
    while let name = fields.next(), let pattern = fields.next() {
      if name == section { found.append(pattern) }
    }
    return found
  }

  /// All words with the sections that they are in.
  var names: [(section: String, word: String)] {
    lines.utf8.split(separator: 0x0A).compactMap { line in
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard fields.count > 1 else { return nil }
      return (String(Substring(fields[0])), String(Substring(fields[1])))
    }
  }
}
