import Basics
package import Findings
import Provenance

/// The formats in which a review can be written.
package enum ReviewFormat: String, Sendable, CaseIterable {
  case text, wide, json, yaml, name, ndjson, sarif, junit, markdown, github, gitlab

  /// Whether it shows the remedies of each finding, not only those of the first of each reason.
  package var showsEveryRemedy: Bool {
    switch self {
    case .wide, .json, .yaml, .ndjson, .junit: true
    case .text, .name, .sarif, .markdown, .github, .gitlab: false
    }
  }

  /// The report in this format; only text and wide look at the layout.
  package func bytes(of report: ReviewReport, _ layout: TextLayout) -> [UInt8] {
    switch self {
    case .text: ReviewTextReporter(layout).bytes(of: report)
    case .wide: ReviewTextReporter(layout.showingEverything).bytes(of: report)
    case .json: json(report)
    case .yaml: yaml(report)
    case .name: names(report)
    case .ndjson: lines(report)
    case .sarif: SARIFReporter(report).bytes()
    case .junit: JUnitReporter(report).bytes()
    case .markdown: MarkdownReporter(report).bytes()
    case .github: GitHubReporter(report).bytes()
    case .gitlab: GitLabReporter(report).bytes()
    }
  }

  private func json(_ report: ReviewReport) -> [UInt8] {
    var json = JSONWriter(into: ByteWriter(), layout: .pretty)
    json.review(report)
    return json.finish().bytes + [UInt8(ascii: "\n")]
  }

  private func yaml(_ report: ReviewReport) -> [UInt8] {
    var yaml = BlockYAMLWriter(into: ByteWriter())
    yaml.review(report)
    return yaml.finish().bytes + [UInt8(ascii: "\n")]
  }

  /// A finding a line, for tools that read streams.
  private func lines(_ report: ReviewReport) -> [UInt8] {
    var output = ByteWriter()
    for finding in report.findings {
      var json = JSONWriter(into: output)
      json.object { json in
        json.field("apiVersion", ReviewReport.apiVersion)
        json.field("kind", "ReviewFinding")
        json.fields(of: finding)
      }
      output = json.finish()
      output.write("\n")
    }
    return output.bytes
  }

  /// The objects with findings that count, each once, in the form that kubectl takes.
  private func names(_ report: ReviewReport) -> [UInt8] {
    var output = ByteWriter()
    var seen: Set<String> = []
    for finding in report.findings where finding.counts {
      let name = finding.object.description
      if seen.insert("\(finding.object.namespace)/\(name)").inserted {
        output.write(Displayed.text(name) + "\n")
      }
    }
    return output.bytes
  }
}
