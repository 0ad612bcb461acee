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
    let key = "\(section)\t\(word)\t"
    let start = firstLine(notBefore: key)
    guard begins(with: key, at: start) else { return nil }
    var fields = PackedFields(line(at: offset(start, by: key.utf8.count)))
    guard let bearing = fields.next().flatMap({ Glossary.Bearing(rawValue: $0) }),
      let says = fields.next(), let owner = fields.next()
    else { return nil }
    return Glossary.Entry(
      bearing: bearing, says: says, owner: owner.isEmpty ? nil : owner,
      runs: fields.nextList() ?? [])
  }

  func hasSection(_ section: String) -> Bool {
    let key = "\(section)\t"
    return begins(with: key, at: firstLine(notBefore: key))
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

extension PackedWords {
  /// The beginning of the first line that does not come before `key`; found by halving.
  private func firstLine(notBefore key: String) -> String.Index {
    var (low, high) = (lines.startIndex, lines.endIndex)
    while low < high {
      let distance = lines.utf8.distance(from: low, to: high)
      let middle = startOfLine(at: offset(low, by: distance / 2), notBefore: low)
      if lines.utf8[middle..<high].lexicographicallyPrecedes(key.utf8) {
        low = endOfLine(from: middle)
      } else {
        high = middle
      }
    }
    return low
  }

  private func begins(with key: String, at start: String.Index) -> Bool {
    lines.utf8[start...].starts(with: key.utf8)
  }

  private func startOfLine(at index: String.Index, notBefore low: String.Index) -> String.Index {
    var start = index
    while start > low {
      let before = lines.utf8.index(before: start)
      if lines.utf8[before] == 0x0A { break }
      start = before
    }
    return start
  }

  /// Where the next line begins.
  private func endOfLine(from start: String.Index) -> String.Index {
    lines.utf8[start...].firstIndex(of: 0x0A).map(lines.utf8.index(after:)) ?? lines.endIndex
  }

  private func line(at start: String.Index) -> String {
    String(lines[start..<(lines.utf8[start...].firstIndex(of: 0x0A) ?? lines.endIndex)])
  }

  private func offset(_ index: String.Index, by distance: Int) -> String.Index {
    lines.utf8.index(index, offsetBy: distance)
  }
}
