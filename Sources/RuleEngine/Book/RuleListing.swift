package import Basics
import Findings

/// The rules of a book as `poddoctor rules list` shows them.
package struct RuleListing: Sendable {
  /// One rule.
  package struct Row: Hashable, Sendable {
    package var name: String
    package var title: String
    /// `error`, `warning`, `info`, or `by case` where an expression decides.
    package var severity: String
    package var playbook: String
    package var about: String
    package var triggers: [String]
    package var refines: String?
    package var since: String
    package var isSwitchedOn: Bool
  }

  /// Sorted by name.
  package var rows: [Row]

  /// Reads every rule of the book; throws when one cannot be read.
  package init(of book: RuleBook) throws(RuleErrors) {
    rows = try book.rules().map { rule in
      let source = rule.source
      return Row(
        name: rule.name, title: rule.title, severity: source.severityText,
        playbook: rule.playbook.rawValue, about: source.about.value,
        triggers: source.on.map(\.value), refines: source.refines?.value,
        since: source.since.value, isSwitchedOn: book.isSwitchedOn(rule.name))
    }
  }

  /// Writes the rows as a JSON array.
  package func write(into json: inout JSONWriter) {
    json.array(of: rows) { json, row in
      json.object { json in
        json.field("name", row.name)
        json.field("title", row.title)
        json.field("severity", row.severity)
        json.field("playbook", row.playbook)
        json.field("about", row.about)
        json.field("triggers") { $0.array(of: row.triggers) { $0.string($1) } }
        if let refines = row.refines { json.field("refines", refines) }
        json.field("since", row.since)
        json.field("state", row.isSwitchedOn ? "on" : "off")
      }
    }
  }
}
