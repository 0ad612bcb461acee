package import Findings

/// A rule in a book: what is needed to know when to ask it, and its text, which is read when it is
/// first asked.
package struct RuleEntry: Sendable {
  package let name: String
  package let about: String
  package let playbook: String
  /// The mildest profile of reviews that asks the rule.
  package let profile: RuleProfile
  package let triggers: [String]
  package let title: String
  /// The path of the rule's file, or `Rules/PLAYBOOK/NAME.yaml` for a bundled rule.
  package let path: String
  private let text: Substring

  init(
    name: String, about: String, playbook: String, profile: RuleProfile, triggers: [String],
    title: String, path: String, text: Substring
  ) {
    self.name = name
    self.about = about
    self.playbook = playbook
    self.profile = profile
    self.triggers = triggers
    self.title = title
    self.path = path
    self.text = text
  }

  init(_ source: RuleSource, text: String) {
    self.init(
      name: source.name.value, about: source.about.value, playbook: source.playbook.rawValue,
      profile: source.profile, triggers: source.on.map(\.value), title: source.title.value,
      path: source.file,
      text: text[...])
  }

  /// The file that the rule is in.
  package var file: RuleFile { RuleFile(path: path, text: String(text)) }

  /// The rule's text up to its examples, which are the last key.
  package var textWithoutExamples: String {
    var length = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: "examples:".utf8) { break }
      length += line.count + 1
    }
    let kept = String(text.utf8.prefix(length)) ?? String(text)
    return kept.hasSuffix("\n") ? kept : kept + "\n"
  }
}
