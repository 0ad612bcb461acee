import Basics
import Findings
import Reporting
import TestSupport
import Testing

@Suite("Text report")
struct TextReporterTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var report: DiagnosisReport
    var format = ReportFormat.text
    var layout = TextLayout()
    var golden: String
  }

  static let cases = [
    Case(
      testDescription: "answers what, why, what shows it and what to do", report: Samples.all,
      golden: "all.txt"),
    Case(
      testDescription: "shows everything when wide", report: Samples.all, format: .wide,
      golden: "all-wide.txt"),
    Case(
      testDescription: "wraps to narrow terminals", report: Samples.all,
      layout: TextLayout(width: 60), golden: "all-60.txt"),
    Case(
      testDescription: "colours what it says in words anyway", report: Samples.all,
      layout: TextLayout(palette: .ansi), golden: "all-colour.txt"),
    Case(
      testDescription: "says that nothing is wrong", report: Samples.report([], gaps: []),
      golden: "healthy.txt"),
    Case(
      testDescription: "never obeys the dump", report: Samples.report([Samples.hostile]),
      golden: "hostile.txt"),
    Case(
      testDescription: "keeps a crowd readable: the first ten in full, a line for the others",
      report: Samples.crowd, golden: "crowd.txt"),
    Case(testDescription: "JSON", report: Samples.all, format: .json, golden: "all.json"),
    Case(testDescription: "YAML", report: Samples.all, format: .yaml, golden: "all.yaml"),
    Case(testDescription: "names", report: Samples.all, format: .name, golden: "all.names"),
    Case(
      testDescription: "lines of JSON", report: Samples.all, format: .ndjson, golden: "all.ndjson"),
  ]

  @Test("looks as recorded", arguments: cases)
  func golden(_ example: Case) throws {
    let reporter = example.format.reporter(example.layout)
    let bytes = reporter.report(example.report, into: ByteWriter()).bytes
    try expectGolden(bytes, at: "Reports/\(example.golden)")
  }

  static let headlines: [(Int, Int, [RootCause], String)] = [
    (0, 0, [], "nothing found; there are no pods to look at"),
    (1, 1, [], "no root cause found; the pod is healthy"),
    (41, 41, [Samples.note], "no root cause found; all 41 pods are healthy"),
    (
      41, 40, [],
      "no root cause found; of 41 pods 40 are healthy, 1 is not ready"
    ),
    (
      9, 1, [Samples.lostNode],
      "1 root cause explains 3 of 9 pods, 1 is healthy, 5 are not ready"
    ),
    (3, 0, [Samples.lostNode, Samples.note], "1 root cause explains 3 of 3 pods, 0 are healthy"),
  ]

  @Test("the first line adds up", arguments: headlines)
  func headline(_ pods: Int, _ healthy: Int, _ causes: [RootCause], _ expected: String) {
    var report = Samples.report(causes, gaps: [])
    report.summary.pods = pods
    report.summary.healthy = healthy
    let bytes = TextReporter(TextLayout(width: 200)).report(report, into: ByteWriter()).bytes
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(expected))
  }

  static let statusless = [
    (1, 0, "no root cause found; the pod has no status"),
    (3, 0, "no root cause found; of 3 pods 0 are healthy, 3 have no status"),
    (4, 2, "no root cause found; of 4 pods 2 are healthy, 1 is not ready, 1 has no status"),
  ]

  @Test("pods without a status are not called healthy", arguments: statusless)
  func unknown(_ pods: Int, _ healthy: Int, _ expected: String) {
    var report = Samples.report([], gaps: [])
    report.summary.pods = pods
    report.summary.healthy = healthy
    report.summary.unknown = pods == 4 ? 1 : pods
    let bytes = TextReporter(TextLayout(width: 200)).report(report, into: ByteWriter()).bytes
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(expected))
  }

  @Test("no format lets a control character through", arguments: ReportFormat.allCases)
  func controls(_ format: ReportFormat) {
    let report = Samples.report([Samples.hostile])
    let bytes = format.reporter(TextLayout()).report(report, into: ByteWriter()).bytes
    let harmful = String(decoding: bytes, as: UTF8.self).unicodeScalars
      .filter { $0.isHarmful && $0 != "\n" }
    #expect(harmful.isEmpty)
  }

  @Test("no line is wider than asked, but for what is copied", arguments: [60, 80, 132])
  func width(_ width: Int) {
    let layout = TextLayout(width: width)
    let bytes = TextReporter(layout).report(Samples.all, into: ByteWriter()).bytes
    let long = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { $0.count > width && !$0.contains("kubectl ") }
    #expect(long.isEmpty)
  }

  @Test("colour adds nothing but colour")
  func colour() {
    let plain = TextReporter(TextLayout()).report(Samples.all, into: ByteWriter()).bytes
    let coloured = TextReporter(TextLayout(palette: .ansi))
      .report(Samples.all, into: ByteWriter()).bytes
    let stripped = String(decoding: coloured, as: UTF8.self)
      .replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(stripped == String(decoding: plain, as: UTF8.self))
  }
}
