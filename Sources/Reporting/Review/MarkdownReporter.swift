import Basics
import Findings
import Provenance

/// Writes a review as Markdown for a job's summary or a comment: a table, then what the rules mean.
struct MarkdownReporter {
  /// Job summaries hold 1 MiB, and nobody reads more rows than this.
  private static let rows = 500

  private let report: ReviewReport

  init(_ report: ReviewReport) {
    self.report = report
  }

  func bytes() -> [UInt8] {
    var output = ByteWriter()
    output.write("## poddoctor review: \(report.summary.sentence)\n\n\(report.circumstances)\n")
    let counting = report.findings.filter { $0.counts }
      .sorted { ($1.severity, $0) < ($0.severity, $1) }
    let shown = counting.prefix(Self.rows)
    if !shown.isEmpty {
      output.write("\n| | where | object | finding | rule |\n|---|---|---|---|---|\n")
    }
    for finding in shown { output.write(Self.row(finding)) }
    if counting.count > shown.count {
      output.write("\nand \(counting.count - shown.count) more\n")
    }
    meanings(of: Set(shown.map(\.rule)), &output)
    return output.bytes
  }

  private static func row(_ finding: ReviewFinding) -> String {
    let container = finding.container.map { ", container \($0)" } ?? ""
    let cells = [
      finding.severity.rawValue, code("\(finding.place.file):\(finding.place.line)"),
      finding.object.kind == ReviewFinding.fileKind ? "" : plain("\(finding.object)\(container)"),
      plain(finding.says), code(finding.rule),
    ]
    return "| " + cells.joined(separator: " | ") + " |\n"
  }

  private func meanings(of names: Set<String>, _ output: inout ByteWriter) {
    let rules = report.rules.filter { names.contains($0.name) }
    guard !rules.isEmpty else { return }
    output.write("\n<details><summary>What it means and what to do</summary>\n")
    for rule in rules {
      output.write("\n**\(rule.name)**: \(Self.plain(rule.why))\n")
      for remedy in rule.remedies { output.write("- \(Self.plain(remedy.says))\n") }
    }
    output.write("\n</details>\n")
  }

  /// Text in a cell, of which nothing counts as Markdown or HTML.
  private static func plain(_ text: String) -> String {
    var escaped = ""
    for scalar in Displayed.text(text).unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case "&": escaped += "&amp;"
      case "|", "\\", "`", "*", "_", "[", "]", "@": escaped += "\\" + String(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    while escaped.last == " " { escaped.removeLast() }
    return String(escaped.drop { $0 == " " })
  }

  /// Text in a code span of a cell, which ends at a backtick and at a bar.
  private static func code(_ text: String) -> String {
    let shown = Displayed.text(text).map { $0 == "`" ? "'" : $0 == "|" ? "\\|" : String($0) }
    return "`" + shown.joined() + "`"
  }
}
