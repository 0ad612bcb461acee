import Basics
import Findings
import Provenance

/// Writes a review as JUnit's XML: a suite for each file, a case for each finding.
///
/// Errors and warnings fail, advice passes with a note, and what is suppressed is skipped.
struct JUnitReporter {
  private let report: ReviewReport

  init(_ report: ReviewReport) {
    self.report = report
  }

  func bytes() -> [UInt8] {
    var output = ByteWriter()
    output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.write("<testsuites\(Self.counts(of: report.findings)) name=\"poddoctor review\">\n")
    if report.findings.isEmpty { clean(&output) }
    for group in report.findings.grouped(by: \.place.file) {
      let file = Self.escaped(group[0].place.file)
      output.write("  <testsuite\(Self.counts(of: group)) name=\"\(file)\">\n")
      for finding in group { write(finding, &output) }
      output.write("  </testsuite>\n")
    }
    output.write("</testsuites>\n")
    return output.bytes
  }

  /// One case that passes, for a report without any counts as one that never ran.
  private func clean(_ output: inout ByteWriter) {
    output.write(
      "  <testsuite tests=\"1\" failures=\"0\" skipped=\"0\" name=\"poddoctor review\">\n")
    output.write("    <testcase name=\"nothing found\" classname=\"poddoctor\"/>\n")
    output.write("  </testsuite>\n")
  }

  private func write(_ finding: ReviewFinding, _ output: inout ByteWriter) {
    let name = Self.escaped("\(finding.rule): \(finding.object)")
    let file = Self.escaped(finding.place.file)
    output.write(
      "    <testcase name=\"\(name)\" classname=\"\(Self.escaped(finding.rule))\" file=\"\(file)\" line=\"\(finding.place.line)\">\n"
    )
    let says = Self.escaped(finding.says)
    if let suppression = finding.suppressed {
      output.write("      <skipped message=\"\(Self.escaped(suppression.reason))\"/>\n")
    } else if finding.severity > .info {
      output.write(
        "      <failure message=\"\(says)\" type=\"\(finding.severity.rawValue)\">\(Self.escaped(details(of: finding)))</failure>\n"
      )
    } else {
      output.write("      <system-out>\(says)</system-out>\n")
    }
    output.write("    </testcase>\n")
  }

  private func details(of finding: ReviewFinding) -> String {
    ([finding.place.description, finding.why] + finding.remedies.map(\.says))
      .filter { !$0.isEmpty }.joined(separator: " - ")
  }

  private static func counts(of findings: [ReviewFinding]) -> String {
    let skipped = findings.count { !$0.counts }
    let failures = findings.count { $0.counts && $0.severity > .info }
    return " tests=\"\(max(1, findings.count))\" failures=\"\(failures)\" skipped=\"\(skipped)\""
  }

  /// Text on one line, as it may stand in an attribute or an element.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in Displayed.text(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
