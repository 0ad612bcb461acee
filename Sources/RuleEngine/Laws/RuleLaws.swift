import Findings
import Provenance

/// What every rule has to keep besides the form of its file.
package struct RuleLaws: Sendable {
  private let examples: [Example]

  private enum Example: Sendable {
    case finds, findsNothing
  }

  /// The laws of bundled rules: also an example that finds and two that find nothing.
  package static let all = RuleLaws(examples: [.finds, .findsNothing, .findsNothing])

  /// The laws that a user's own rules keep at run time; examples are theirs to write or not.
  package static let formal = RuleLaws(examples: [])

  /// What of `source` breaks a law, with places.
  func breaches(
    by source: RuleSource, in file: RuleFile, vocabulary: Vocabulary, names: Set<String>
  ) -> [RuleError] {
    let breaches =
      named(source, file) + known(source, vocabulary, names) + triggers(source, vocabulary)
      + exemplified(source) + shaped(source)
    return breaches.map { $0.showing(lineOf: file.text) }
  }

  private func named(_ source: RuleSource, _ file: RuleFile) -> [RuleError] {
    let name = source.name
    var errors: [RuleError] = []
    if name.value != file.stem {
      errors.append(
        RuleError("rule \(name.value) has to stand in a file named \(name.value).yaml", at: name.place))
    }
    if !Self.isKebabCase(name.value) {
      errors.append(RuleError("the name has to be in kebab-case", at: name.place))
    }
    return errors
  }

  private func known(
    _ source: RuleSource, _ vocabulary: Vocabulary, _ names: Set<String>
  ) -> [RuleError] {
    let symptoms = names.union(vocabulary.symptoms.keys)
    let causes = source.explains + source.alternatives.map(\.cause) + [source.refines].compactMap(\.self)
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
      guard parts.count == 2, !parts[1].isEmpty else {
        return RuleError("a trigger has to read FAMILY:VALUE", at: trigger.place)
      }
      if trigger.value.contains(",") {
        return RuleError("a trigger may not hold a comma", at: trigger.place)
      }
      guard vocabulary.triggers[parts[0]] == nil else { return nil }
      let hint = Suggestion.phrase(for: parts[0], among: vocabulary.triggers.keys)
      return RuleError("no family of triggers is named \(parts[0])\(hint)", at: trigger.place)
    }
  }

  private func exemplified(_ source: RuleSource) -> [RuleError] {
    let nothing = source.examples.count { $0.finds == .nothing }
    let finds = source.examples.count - nothing
    var errors: [RuleError] = []
    if finds < examples.count(where: { $0 == .finds }) {
      errors.append(RuleError("no example finds anything", at: source.name.place))
    }
    if nothing < examples.count(where: { $0 == .findsNothing }) {
      let says = "two examples have to find nothing, \(nothing) does"
      errors.append(RuleError(says, at: source.name.place))
    }
    return errors
  }

  private func shaped(_ source: RuleSource) -> [RuleError] {
    var errors: [RuleError] = []
    if source.title.value.contains(where: { $0.isNewline || $0 == "\t" }) {
      errors.append(RuleError("the title has to be one line", at: source.title.place))
    }
    if source.evidence.isEmpty {
      errors.append(RuleError("a rule has to show evidence", at: source.name.place))
    }
    if source.says.value.hasSuffix(".") {
      errors.append(RuleError("says ends without a period", at: source.says.place))
    }
    return errors
  }

  private static func isKebabCase(_ name: String) -> Bool {
    name.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy(isLowercaseOrDigit)
    }
  }

  private static func isLowercaseOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
