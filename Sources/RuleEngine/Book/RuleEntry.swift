package import Findings

/// A rule in a book: what is needed to know when to ask it, and its text, which is read when it is
/// first asked.
package struct RuleEntry: Sendable {
  private let origin: Origin

  /// Where a rule comes from.
  private enum Origin: Sendable {
    /// The pack of the product, by the rule's number; found right when it was packed.
    case packed(PackedRules, number: Int)
    case file(FiledRule)
  }

  /// A rule out of a file; an object, so that entries are small to copy.
  private final class FiledRule: Sendable {
    let source: RuleSource
    let text: String

    init(_ source: RuleSource, text: String) {
      self.source = source
      self.text = text
    }
  }

  /// A rule that was packed.
  init(_ number: Int, of rules: PackedRules) {
    origin = .packed(rules, number: number)
  }

  /// A rule out of a file with this text.
  init(_ source: RuleSource, text: String) {
    origin = .file(FiledRule(source, text: text))
  }

  /// What a field of the index says, or the rule's file.
  private func text(_ field: PackedRules.Field, _ stated: (RuleSource) -> String) -> String {
    switch origin {
    case .packed(let rules, let number): rules.text(field, of: number)
    case .file(let rule): stated(rule.source)
    }
  }

  package var name: String { text(.name) { $0.name.value } }

  package var about: String { text(.about) { $0.about.value } }

  package var playbook: String { text(.playbook) { $0.playbook.rawValue } }

  /// The mildest profile of reviews that asks the rule.
  package var profile: RuleProfile {
    switch origin {
    case .packed(let rules, let number): rules.profile(of: number)
    case .file(let rule): rule.source.profile
    }
  }

  /// Whether the rule speaks only where nothing surer is found about what suffers.
  package var isFallback: Bool {
    switch origin {
    case .packed(let rules, let number): rules.isFallback(number)
    case .file(let rule): rule.source.isFallback
    }
  }

  package var triggers: [String] {
    switch origin {
    case .packed(let rules, let number):
      rules.text(.triggers, of: number).split(separator: ",").map { String($0) }
    case .file(let rule): rule.source.on.map(\.value)
    }
  }

  package var title: String { text(.title) { $0.title.value } }

  var isPacked: Bool {
    if case .packed = origin { true } else { false }
  }

  /// The path of the rule's file, or `Rules/PLAYBOOK/NAME.yaml` for a bundled rule.
  package var path: String {
    switch origin {
    case .packed: "Rules/\(playbook)/\(name).yaml"
    case .file(let rule): rule.source.file
    }
  }

  /// The file that the rule is in, or its packed document.
  package var file: RuleFile {
    switch origin {
    case .packed(let rules, let number):
      RuleFile(path: path, text: rules.document(of: number), isPacked: true)
    case .file(let rule): RuleFile(path: path, text: rule.text)
    }
  }

  /// What decides whether the rule matches.
  func premise() throws(RuleErrors) -> RulePremise {
    switch origin {
    case .packed(let rules, let number):
      try RulePremise(
        reading: RuleFile(path: path, text: rules.premise(of: number), isPacked: true))
    case .file(let rule): RulePremise(of: rule.source)
    }
  }

  /// All that the rule's file states; a packed rule has no examples.
  func source() throws(RuleErrors) -> RuleSource {
    switch origin {
    case .packed: try RuleSource(reading: file)
    case .file(let rule): rule.source
    }
  }

  /// The text of a rule that is not packed up to its examples, which are the last key.
  var textWithoutExamples: String {
    guard case .file(let rule) = origin else { return "" }
    let text = rule.text
    var length = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: "examples:".utf8) { break }
      length += line.count + 1
    }
    let kept = String(text.utf8.prefix(length)) ?? text
    return kept.hasSuffix("\n") ? kept : kept + "\n"
  }
}
