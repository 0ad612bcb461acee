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
  /// The text of the rule's file, or the packed document, which was found right when it was packed.
  private let text: Substring
  /// The path of a rule that is not packed.
  private let unpackedPath: String?

  /// A rule that was packed.
  init(
    name: String, about: String, playbook: String, profile: RuleProfile, triggers: [String],
    title: String, packed: Substring
  ) {
    self.name = name
    self.about = about
    self.playbook = playbook
    self.profile = profile
    self.triggers = triggers
    self.title = title
    text = packed
    unpackedPath = nil
  }

  init(_ source: RuleSource, text: String) {
    name = source.name.value
    about = source.about.value
    playbook = source.playbook.rawValue
    profile = source.profile
    triggers = source.on.map(\.value)
    title = source.title.value
    self.text = text[...]
    unpackedPath = source.file
  }

  var isPacked: Bool { unpackedPath == nil }

  /// The path of the rule's file, or `Rules/PLAYBOOK/NAME.yaml` for a bundled rule.
  package var path: String { unpackedPath ?? "Rules/\(playbook)/\(name).yaml" }

  /// The file that the rule is in.
  package var file: RuleFile { RuleFile(path: path, text: String(text), isPacked: isPacked) }

  /// The text of a rule that is not packed up to its examples, which are the last key.
  var textWithoutExamples: String {
    var length = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: "examples:".utf8) { break }
      length += line.count + 1
    }
    let kept = String(text.utf8.prefix(length)) ?? String(text)
    return kept.hasSuffix("\n") ? kept : kept + "\n"
  }
}
