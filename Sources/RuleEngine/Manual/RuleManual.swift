import Findings
import OrderedCollections

/// What people read about rules: the generated reference, and the answer to `poddoctor explain`.
package struct RuleManual: Sendable {
  private let rules: [RuleSource]
  private let remedies: SharedRemedies
  private let vocabulary: Vocabulary

  /// A manual of all rules in a book; throws when one of them cannot be read.
  package init(of book: RuleBook) throws(RuleErrors) {
    rules = try book.sources()
    remedies = try book.sharedRemedies
    vocabulary = try book.vocabulary
  }

  /// `Rules/README.md`: a table for each playbook, then what each rule means and what to do.
  package func markdown() -> String {
    var text = Self.preface + Self.form
    for playbook in Playbook.allCases {
      let rules = rules.filter { $0.playbook == playbook }
      if !rules.isEmpty { text += table(of: rules, in: playbook) }
    }
    for rule in rules { text += section(about: rule) }
    return text + words()
  }

  private func table(of rules: [RuleSource], in playbook: Playbook) -> String {
    var text =
      "\n## \(playbook.rawValue)\n\n| rule | finds | severity | refines |\n|---|---|---|---|\n"
    for rule in rules {
      let name = rule.name.value
      let refines = rule.refines?.value ?? ""
      text +=
        "| [\(name)](#\(name)) | \(Self.cell(rule.title.value)) | \(rule.severityText) | \(refines) |\n"
    }
    return text
  }

  private func section(about rule: RuleSource) -> String {
    var text =
      "\n## \(rule.name.value)\n\n\(rule.title.value). Since \(rule.since.value), about \(rule.about.value)"
    text +=
      rule.on.isEmpty ? "" : ", on \(rule.on.map { "`\($0.value)`" }.joined(separator: ", "))"
    text += ".\n\n" + ValueText.paragraphs(rule.why.value) + "\n"
    let remedies = remedies(of: rule)
    if !remedies.isEmpty { text += "\n" }
    for remedy in remedies {
      text += "- *\(remedy.risk.rawValue)*: \(remedy.says.value)"
      text += remedy.command.map { "\n  `\(ValueText.singleLine($0.value, atMost: 400))`" } ?? ""
      text += "\n"
    }
    return text + settings(rule) + links(rule)
  }

  /// How a rule about manifests is turned on and set, and what other tools call it.
  private func settings(_ source: RuleSource) -> String {
    var lines: [String] = []
    if source.profile != .default { lines.append("Profile: \(source.profile.rawValue).") }
    for restriction in source.stricter {
      let (profile, when) = (restriction.profile.rawValue, restriction.when.value)
      lines.append("Profile \(profile) only, where `\(ValueText.singleLine(when, atMost: 400))`.")
    }
    let parameters = source.parameters.map { "`\($0.name.value)` (\($0.text))" }
    if !parameters.isEmpty { lines.append("Parameters: \(parameters.joined(separator: ", ")).") }
    let equivalents = source.equivalents.map { other in
      "\(other.tool.value) \(other.names.map(\.value).joined(separator: ", "))"
    }
    if !equivalents.isEmpty { lines.append("Elsewhere: \(equivalents.joined(separator: "; ")).") }
    return lines.map { "\n\($0)\n" }.joined()
  }

  private func links(_ rule: RuleSource) -> String {
    var lines: [String] = []
    if !rule.explains.isEmpty {
      lines.append("Explains: \(rule.explains.map(\.value).joined(separator: ", ")).")
    }
    if !rule.seeAlso.isEmpty {
      lines.append("See also: \(rule.seeAlso.map(\.value).joined(separator: ", ")).")
    }
    return lines.map { "\n\($0)\n" }.joined()
  }

  private var unfound: OrderedDictionary<String, String> {
    let found = Set(rules.map(\.name.value))
    return vocabulary.symptoms.filter { !found.contains($0.key) }
  }

  private func words() -> String {
    var text = "\n## Words of rules\n"
    let kinds = vocabulary.subjects.map {
      ("About \($0.key): \($0.value.says)", $0.value.variables)
    }
    let groups =
      kinds + [
        ("Variables of every rule", vocabulary.everywhere),
        ("Families of triggers", vocabulary.triggers),
        ("Causes that rules name and none finds", unfound),
      ]
    for (title, words) in groups where !words.isEmpty {
      text += "\n### \(title)\n\n| name | means |\n|---|---|\n"
      for (name, says) in words { text += "| `\(name)` | \(Self.cell(says)) |\n" }
    }
    return text
  }

  private static func cell(_ text: String) -> String {
    ValueText.singleLine(text, atMost: 1000).split(separator: "|", omittingEmptySubsequences: false)
      .joined(separator: "\\|")
  }

  func remedies(of rule: RuleSource) -> [RemedyText] {
    rule.remedies.compactMap { remedy in
      switch remedy {
      case .stated(let remedy): remedy
      case .shared(let name): remedies.byName[name.value]
      }
    }
  }
}

extension RuleManual {
  /// The page that `poddoctor explain NAME` prints; nil when no rule has this name.
  package func page(about name: String) -> String? {
    guard let rule = rules.first(where: { $0.name.value == name }) else { return nil }
    var text = "\(name): \(rule.title.value)\n"
    text += "  \(rule.severityText), \(rule.playbook.rawValue), since \(rule.since.value)"
    text += rule.refines.map { ", a case of \($0.value)" } ?? ""
    text += "\n\n\(Self.wrapped(ValueText.paragraphs(rule.why.value), indent: "  "))"
    text += remediesPage(rule)
    if !rule.explains.isEmpty {
      text += "\nexplains\n  \(rule.explains.map(\.value).joined(separator: ", "))\n"
    }
    if !rule.alternatives.isEmpty {
      text += "\nmay also be\n"
      for other in rule.alternatives {
        text += "  \(other.cause.value), unless \(other.unless.value)\n"
      }
    }
    if !rule.seeAlso.isEmpty {
      text += "\nsee also\n" + rule.seeAlso.map { "  \($0.value)\n" }.joined()
    }
    return text
  }

  private func remediesPage(_ rule: RuleSource) -> String {
    let remedies = remedies(of: rule).sorted { $0.risk < $1.risk }
    guard !remedies.isEmpty else { return "" }
    var text = "\nwhat to do\n"
    for remedy in remedies {
      let risk = remedy.risk.rawValue
      text +=
        "  \(risk)\(String(repeating: " ", count: 12 - risk.utf8.count))\(remedy.says.value)\n"
      for line in remedy.command?.value.split(separator: "\n") ?? [] {
        text += "              \(line)\n"
      }
    }
    return text
  }

  /// The paragraphs with lines of at most 88 characters.
  private static func wrapped(_ text: String, indent: String) -> String {
    var output = ""
    for paragraph in text.split(separator: "\n") {
      var line = indent
      for word in paragraph.split(separator: " ") {
        if line.count + word.count > 88, line != indent {
          output += line + "\n"
          line = indent
        }
        line += (line == indent ? "" : " ") + word
      }
      output += line + "\n"
    }
    return output
  }
}
