import Findings
import OrderedCollections
import Provenance

/// What every rule has to keep besides the form of its file.
package struct RuleLaws: Sendable {
  private let tier: Tier

  private enum Tier: Int, Sendable {
    case formal, tested, bundled
  }

  /// The laws of bundled rules: those of tested ones, in a folder named like the playbook.
  package static let bundled = RuleLaws(tier: .bundled)

  /// The laws of rules whose examples are tried: an example that finds and two that find nothing.
  package static let tested = RuleLaws(tier: .tested)

  /// The laws that a user's own rules keep at run time; examples are theirs to write or not.
  package static let formal = RuleLaws(tier: .formal)

  /// What of `source` breaks a law, with places.
  func breaches(
    by source: RuleSource, in file: RuleFile, vocabulary: Vocabulary, names: Set<String>
  ) -> [RuleError] {
    let breaches =
      named(source, file) + known(source, vocabulary, names) + triggers(source, vocabulary)
      + exemplified(source) + shaped(source, file)
    return breaches.map { $0.showing(lineOf: file.text) }
  }

  private func named(_ source: RuleSource, _ file: RuleFile) -> [RuleError] {
    let name = source.name
    var errors: [RuleError] = []
    if name.value != file.stem {
      errors.append(
        RuleError(
          "rule \(name.value) has to stand in a file named \(name.value).yaml", at: name.place))
    }
    let playbook = source.playbook.rawValue
    if tier == .bundled, file.folder != playbook {
      errors.append(
        RuleError("the rule has to stand in a folder named \(playbook)", at: name.place))
    }
    if !Self.isName(name.value) {
      errors.append(RuleError("the name has to be in kebab-case", at: name.place))
    }
    return errors
  }

  private func known(
    _ source: RuleSource, _ vocabulary: Vocabulary, _ names: Set<String>
  ) -> [RuleError] {
    let symptoms = names.union(vocabulary.symptoms.keys)
    let causes =
      source.explains + source.alternatives.map(\.cause) + [source.refines].compactMap(\.self)
    let about = source.about
    let kinds = vocabulary.subjects.keys
    var errors = causes.filter { !symptoms.contains($0.value) }.map { cause in
      let hint = Suggestion.phrase(for: cause.value, among: symptoms.sorted())
      return RuleError("no rule or symptom is named \(cause.value)\(hint)", at: cause.place)
    }
    if !kinds.contains(about.value) {
      let hint = Suggestion.phrase(for: about.value, among: kinds)
      errors.append(RuleError("no kind of subject is named \(about.value)\(hint)", at: about.place))
    }
    return errors
  }

  private func triggers(_ source: RuleSource, _ vocabulary: Vocabulary) -> [RuleError] {
    source.on.compactMap { trigger in
      let parts = trigger.value.split(separator: ":", maxSplits: 1).map(String.init)
      let family = parts.first ?? ""
      if trigger.value.contains(where: { $0 == "," || $0.isWhitespace }) {
        return RuleError("a trigger may not hold a comma or white space", at: trigger.place)
      }
      guard vocabulary.triggers[family] == nil else { return nil }
      let hint = Suggestion.phrase(for: family, among: vocabulary.triggers.keys)
      return RuleError("no trigger is named \(family)\(hint)", at: trigger.place)
    }
  }

  private func exemplified(_ source: RuleSource) -> [RuleError] {
    let nothing = source.examples.count { $0.finds == .nothing }
    let finds = source.examples.count - nothing
    var errors: [RuleError] = []
    guard tier != .formal else { return errors }
    if finds == 0 {
      errors.append(RuleError("no example finds anything", at: source.name.place))
    }
    if nothing < 2 {
      let says = "two examples have to find nothing, \(nothing) does"
      errors.append(RuleError(says, at: source.name.place))
    }
    return errors
  }

  private func shaped(_ source: RuleSource, _ file: RuleFile) -> [RuleError] {
    var errors: [RuleError] = []
    if source.title.value.contains(where: { $0.isNewline || $0 == "\t" }) {
      errors.append(RuleError("the title has to be one line", at: source.title.place))
    }
    if source.evidence.isEmpty {
      errors.append(RuleError("a rule has to show evidence", at: source.name.place))
    }
    if tier == .bundled, file.text.utf8.contains(UInt8(ascii: "\r")) {
      errors.append(RuleError("lines have to end with a line feed only", at: source.name.place))
    }
    if source.says.value.hasSuffix(".") {
      errors.append(RuleError("says ends without a period", at: source.says.place))
    }
    return errors
  }

  /// Whether a text can be the name of a rule: words of lower-case letters and digits with hyphens between.
  package static func isName(_ name: String) -> Bool {
    name.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy(isLowercaseOrDigit)
    }
  }

  private static func isLowercaseOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
