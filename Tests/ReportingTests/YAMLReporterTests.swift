import Basics
import Findings
import Reporting
import Testing
import YAML

@Suite("YAML report")
struct YAMLReporterTests {
  @Test("reads back as the JSON report", arguments: SchemaTests.reports)
  func readsBack(_ report: DiagnosisReport) throws {
    try expectSame(report)
  }

  static let texts = [
    "", " ", "true", "No", "~", "null", "12", "1e3", "0x1F", "1:30", "-", "- a", "a: b", "a #b",
    "#a",
    "&a", "*a", "!a", "%a", "@a", "`a", "\"a\"", "'a'", "[a]", "{a}", "a,b", "a:", ":", "?", "? a",
    "|", ">", "a\nb", "a\nb\n", "\na", " a\nb", "a \nb", "a\n\nb", "a\n\n", "a\tb", "\ta\nb",
    "a\r\nb", "\u{1B}[31m", "ä ö", "東京\n京都", "2026-11-22", "2026-11-22T10:32:56Z", ".5", "+1",
    "=", "<<", "y", "ON", "a\u{2028}b", "---", "--- a", "...", "a\n---\nb", "a\n...\n", "\u{FEFF}a",
    "\u{0}",
    "# a\nb", "- a\nb", "a'b", "a\\b", "a: \nb", "trailing ", "a\u{85}b\nc", "NaN", ".nan", "0o7",
    "1_000",
  ]

  @Test("gives every text back", arguments: texts)
  func text(_ text: String) throws {
    var cause = Samples.registry
    cause.says = text
    cause.explains = [text, text]
    cause.remedies = [Remedy(says: text, command: text, patch: text, risk: .safe)]
    try expectSame(Samples.report([cause, cause]))
  }

  private func expectSame(
    _ report: DiagnosisReport, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let yaml = YAMLReporter().report(report, into: ByteWriter()).bytes
    let json = JSONReporter().report(report, into: ByteWriter()).bytes
    let reading = DocumentReader().read(yaml, file: "report.yaml")
    let document = try #require(reading.documents.first, sourceLocation: sourceLocation)
    #expect(reading.problems.isEmpty, sourceLocation: sourceLocation)
    #expect(
      String(decoding: document.root.json(.pretty), as: UTF8.self) + "\n"
        == String(decoding: json, as: UTF8.self), sourceLocation: sourceLocation)
  }
}
