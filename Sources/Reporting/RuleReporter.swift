import Basics
package import Findings
import Provenance

/// Writes rules for people and for machines.
package struct RuleReporter: Sendable {
  private let format: ReportFormat
  private let layout: TextLayout

  package init(_ format: ReportFormat, layout: TextLayout) {
    self.format = format
    self.layout = layout
  }

  /// The list of all rules: a table, names only, or everything about each.
  package func list(of rules: [RuleDescription]) -> [UInt8] {
    structured {
      $0.rules(rules)
    } yaml: {
      $0.rules(rules)
    } text: {
      $0.table(of: rules, namesOnly: format == .name)
    }
  }

  /// All about one rule.
  package func explanation(of rule: RuleDescription) -> [UInt8] {
    structured {
      $0.rule(rule)
    } yaml: {
      $0.rule(rule)
    } text: {
      $0.explanation(of: rule)
    }
  }

  /// What came of the examples; of those that passed only their number.
  package func outcomes(_ outcomes: [ExampleOutcome]) -> [UInt8] {
    structured {
      $0.outcomes(outcomes)
    } yaml: {
      $0.outcomes(outcomes)
    } text: {
      $0.outcomes(outcomes)
    }
  }

  private func structured(
    json write: (inout JSONWriter) -> Void, yaml writeYAML: (inout BlockYAMLWriter) -> Void,
    text writeText: (inout Page) -> Void
  ) -> [UInt8] {
    switch format {
    case .json, .ndjson:
      var json = JSONWriter(into: ByteWriter(), layout: format == .json ? .pretty : .compact)
      write(&json)
      return json.finish().bytes + [UInt8(ascii: "\n")]
    case .yaml:
      var yaml = BlockYAMLWriter(into: ByteWriter())
      writeYAML(&yaml)
      return yaml.finish().bytes + [UInt8(ascii: "\n")]
    case .text, .wide, .name:
      var page = Page(into: ByteWriter(), layout: layout)
      writeText(&page)
      return page.finish().bytes
    }
  }
}

extension Page {
  fileprivate mutating func table(of rules: [RuleDescription], namesOnly: Bool) {
    if namesOnly {
      for rule in rules { line((rule.name, .none)) }
      return
    }
    let names = max(4, rules.map(\.name.utf8.count).max() ?? 0) + 3
    let head = Margin(0).labelled("NAME", .faint, columns: names)
      .labelled("SEVERITY", .faint, columns: 11).labelled("STAGE", .faint, columns: 20)
    verbatim("TITLE", .faint, after: head)
    for rule in rules {
      let margin = Margin(0).labelled(rule.name, .none, columns: names)
        .labelled(rule.isSwitchedOn ? rule.severity : "off", .none, columns: 11)
        .labelled(rule.playbook.rawValue, .none, columns: 20)
      verbatim(rule.title, .none, after: margin)
    }
  }

  fileprivate mutating func explanation(of rule: RuleDescription) {
    line((rule.name, .strong), ("   \(rule.title)", .none))
    let refines = rule.refines.map { ", a finer case of \($0)" } ?? ""
    paragraph(
      "\(rule.severity)\(rule.isSwitchedOn ? "" : ", off unless enabled or with --profile \(rule.profile.rawValue)"), \(rule.playbook.rawValue), about a \(rule.about), since \(rule.since)\(refines)",
      .faint, after: Margin(0))
    for block in rule.why.split(separator: "\n\n") {
      blankLine()
      paragraph(block.split(separator: "\n").joined(separator: " "), after: Margin(0))
    }
    blankLine()
    paragraph(rule.says, after: labelled("says"))
    if !rule.explains.isEmpty {
      paragraph(rule.explains.joined(separator: ", "), after: labelled("covers"))
    }
    for parameter in rule.parameters {
      paragraph("parameters.\(parameter.name): \(parameter.value)", after: labelled("set"))
    }
    for other in rule.equivalents {
      paragraph("\(other.tool) \(other.names.joined(separator: ", "))", after: labelled("like"))
    }
    var margin = labelled("do")
    for remedy in rule.remedies {
      let risk = margin.labelled(remedy.risk.rawValue, .none, columns: 13)
      paragraph(remedy.says, after: risk)
      if let command = remedy.command { verbatim(command, .command, after: risk.continued) }
      margin = margin.continued
    }
    for link in rule.seeAlso { verbatim(link, .none, after: labelled("see")) }
  }

  fileprivate mutating func outcomes(_ outcomes: [ExampleOutcome]) {
    let failed = outcomes.filter { !$0.hasPassed }
    for outcome in failed {
      line(("\(outcome.place): \(outcome.rule)", .error))
      paragraph(outcome.expected, after: Margin(2).labelled("expected", .faint, columns: 10))
      let found = outcome.found.isEmpty ? "nothing" : outcome.found.joined(separator: "; ")
      paragraph(found, after: Margin(2).labelled("found", .faint, columns: 10))
    }
    let passed = counted(outcomes.count - failed.count, "example")
    line(("\(passed) passed, \(failed.count) failed", failed.isEmpty ? .good : .error))
  }

  private func labelled(_ label: String) -> Margin {
    Margin(0).labelled(label, .strong, columns: 7)
  }
}
