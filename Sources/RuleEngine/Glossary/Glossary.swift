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

  /// The words of one kind; those with a `*` stand for many.
  private struct Section: Hashable, Sendable {
    var entries: [String: Entry] = [:]
    var patterns: [String] = []
  }

  package init() {}

  /// What is known of a word; an exact entry wins over one with a `*`.
  package subscript(_ section: String, _ word: String) -> Entry? {
    guard let section = sections[section] else { return nil }
    if let entry = section.entries[word] { return entry }
    return section.patterns.first { Glob($0).matches(word) }.flatMap { section.entries[$0] }
  }

  /// The names of the sections, sorted.
  package var sectionNames: [String] { sections.keys.sorted() }

  /// The words of a section, sorted.
  package func words(of section: String) -> [String] {
    (sections[section]?.entries.keys).map { $0.sorted() } ?? []
  }

  /// Adds words; an entry for a word that is there is replaced.
  package mutating func add(_ other: Glossary) {
    for (name, section) in other.sections {
      for (word, entry) in section.entries { set(entry, for: word, in: name) }
    }
  }

  mutating func set(_ entry: Entry, for word: String, in section: String) {
    sections[section, default: Section()].entries[word] = entry
    guard !Glob(word).isLiteral, sections[section]?.patterns.contains(word) == false else { return }
    sections[section]?.patterns.append(word)
    sections[section]?.patterns.sort()
  }

  func hasSection(_ name: String) -> Bool { sections[name] != nil }
}

extension Glossary {
  /// The glossary as the expressions of rules see it: a map of sections of words.
  package var value: Value { .map(GlossaryMap(glossary: self)) }
}

/// The sections of a glossary as a map.
private struct GlossaryMap: MapObject {
  let glossary: Glossary

  var keys: [Value] { glossary.sectionNames.map(Value.string) }

  func member(_ key: String) -> Value? {
    glossary.hasSection(key) ? .map(SectionMap(glossary: glossary, section: key)) : nil
  }
}

/// The words of a section as a map; a word with a `*` is found under every name that it stands for.
private struct SectionMap: MapObject {
  let glossary: Glossary
  let section: String

  var keys: [Value] { glossary.words(of: section).map(Value.string) }

  func member(_ key: String) -> Value? {
    glossary[section, key].map { entry in
      .map([
        ("is", .string(entry.bearing.rawValue)), ("says", .string(entry.says)),
        ("owner", .string(entry.owner ?? "")), ("runs", .list(entry.runs.map(Value.string))),
      ])
    }
  }
}
