package import CEL

/// Words that a cluster uses, such as reasons of events and exit codes, each with what it means.
///
/// Read from the files under `Rules/glossary`. Rules look words up in the variable `glossary`, and a word that is not in
/// here is one that nobody explained yet.
package struct Glossary: Hashable, Sendable {
  /// What a word says about the object that bears it.
  package enum Bearing: String, Sendable, CaseIterable {
    /// The ordinary course of things.
    case benign
    /// Explains something else, and is no fault itself.
    case context
    /// Ordinary for a while, a fault when it lasts.
    case transient
    /// A failure.
    case problem
  }

  /// What is known of one word.
  package struct Entry: Hashable, Sendable {
    package var bearing: Bearing
    /// What it means, in one clause.
    package var says: String
    /// Who uses the word; nil when it does not matter.
    package var owner: String?
    /// Parts of the names of the pods that the owner runs as.
    package var runs: [String]
  }

  private var sections: [String: Section] = [:]
  /// Words that were packed; those in ``sections`` are looked at first.
  private let packed: PackedWords?

  /// The words of one kind; those with a `*` stand for many.
  private struct Section: Hashable, Sendable {
    var entries: [String: Entry] = [:]
    var patterns: [String] = []
  }

  package init() { packed = nil }

  /// The words that were packed at build time.
  package init(_ packed: PackedWords) {
    self.packed = packed
  }

  /// What is known of a word; an exact entry wins over one with a `*`.
  package subscript(_ section: String, _ word: String) -> Entry? {
    if let entry = entry(of: word, in: section) { return entry }
    var patterns = sections[section]?.patterns ?? []
    if let packed { patterns = (patterns + packed.patterns(of: section)).sorted() }
    return patterns.first { Glob($0).matches(word) }.flatMap { entry(of: $0, in: section) }
  }

  private func entry(of word: String, in section: String) -> Entry? {
    sections[section]?.entries[word] ?? packed?.entry(of: word, in: section)
  }

  /// The names of the sections, sorted.
  package var sectionNames: [String] {
    Set(sections.keys).union(packed?.names.map(\.section) ?? []).sorted()
  }

  /// The words of a section, sorted.
  package func words(of section: String) -> [String] {
    let own = sections[section].map { Set($0.entries.keys) } ?? []
    let others = packed?.names.filter { $0.section == section }.map(\.word) ?? []
    return own.union(others).sorted()
  }

  /// Adds words; an entry for a word that is there is replaced.
  package mutating func add(_ other: Glossary) {
    for name in other.sectionNames {
      for word in other.words(of: name) {
        if let entry = other.entry(of: word, in: name) { set(entry, for: word, in: name) }
      }
    }
  }

  mutating func set(_ entry: Entry, for word: String, in section: String) {
    sections[section, default: Section()].entries[word] = entry
    guard !Glob(word).isLiteral, sections[section]?.patterns.contains(word) == false else { return }
    sections[section]?.patterns.append(word)
    sections[section]?.patterns.sort()
  }

  func hasSection(_ name: String) -> Bool {
    sections[name] != nil || packed?.hasSection(name) == true
  }
}

extension Glossary {
  /// The glossary as the expressions of rules see it: a map of sections of words.
  package var value: Value { .map(GlossaryMap(self)) }
}

/// The sections of a glossary as a map.
private final class GlossaryMap: MapObject {
  private let glossary: Glossary

  init(_ glossary: Glossary) {
    self.glossary = glossary
  }

  var keys: [Value] { glossary.sectionNames.map(Value.string) }

  func member(_ key: String) -> Value? {
    glossary.hasSection(key) ? .map(SectionMap(glossary, section: key)) : nil
  }
}

/// The words of a section as a map; a word with a `*` is found under every name that it stands for.
private final class SectionMap: MapObject {
  private let glossary: Glossary
  private let section: String

  init(_ glossary: Glossary, section: String) {
    self.glossary = glossary
    self.section = section
  }

  var keys: [Value] { glossary.words(of: section).map(Value.string) }

  /// Whoever asks for one word reads no others: to count them took a third of a diagnosis.
  var extent: Int { 1 }

  func member(_ key: String) -> Value? {
    glossary[section, key].map { entry in
      .map([
        ("is", .string(entry.bearing.rawValue)), ("says", .string(entry.says)),
        ("owner", .string(entry.owner ?? "")), ("runs", .list(entry.runs.map(Value.string))),
      ])
    }
  }
}
