import Basics
import Findings
import Foundation
import Provenance
import Reporting
import TestSupport
import Testing

@Suite("Review formats")
struct ReviewFormatTests {
  private static let layout = TextLayout()

  private static func finding(
    _ rule: String, _ severity: Severity, file: String = "deploy/web.yaml", line: Int,
    _ says: String,
    suppressed: Suppression? = nil
  ) -> ReviewFinding {
    ReviewFinding(
      rule: rule, severity: severity,
      object: Indirect(ObjectReference(kind: "Deployment", namespace: "shop", name: "web")),
      container: "app", field: "spec.template.spec.containers[0]",
      place: Place(file: file, mark: Mark(line: line, column: 11)), says: says,
      why: "What it means.", remedies: [Remedy(says: "change it", risk: .safe)],
      suppressed: suppressed)
  }

  private static func report(_ findings: [ReviewFinding]) -> ReviewReport {
    ReviewReport(
      tool: .init(name: "poddoctor", version: "1.2.3"),
      input: .init(sources: ["deploy"], files: 2, digest: "fnv1a64:0123456789abcdef"),
      summary: .init(
        objects: 3, workloads: 1,
        bySeverity: SeverityCounts(of: findings.map(\.severity)),
        suppressed: findings.count { $0.suppressed != nil }, exitCode: findings.isEmpty ? 0 : 1),
      findings: findings,
      rules: [
        RuleDescription(
          name: "privileged", title: "A container is privileged", severity: "error",
          playbook: .review, about: "TemplateContainer", since: "0.1.0", says: "it is privileged",
          why: "It has all capabilities.", remedies: [Remedy(says: "drop it", risk: .safe)])
      ])
  }

  private static let findings = [
    finding("privileged", .error, line: 13, "container app is privileged"),
    finding("privileged", .error, line: 23, "container app is privileged"),
    finding(
      "image-tag-latest", .warning, file: "./a b/ä:1,2.yaml", line: 11,
      "50% of \"<x>\" & 'y' | `z`\n::error::\u{1B}[31m]]>"),
    finding("replicas-low", .info, file: "./a b/ä:1,2.yaml", line: 5, "one replica is not two"),
    finding(
      "host-network", .warning, file: "/srv/x.yaml", line: 7, "the pod is on the node's network",
      suppressed: Suppression(
        .config, reason: "it is a router", owner: "net", expires: "2027-01-31")),
  ]

  @Test("are as recorded, with text that is hostile to them", arguments: ReviewFormat.allCases)
  func golden(_ format: ReviewFormat) throws {
    let bytes = format.bytes(of: Self.report(Self.findings), Self.layout)
    try expectGolden(bytes, at: "Reports/review/all.\(format.rawValue)")
  }

  @Test("tell of many findings in their order, and what each has to do with those before it")
  func many() {
    let findings = (0..<20_000).map { number in
      Self.finding(
        number < 10_000 ? "privileged" : "host-network", .warning, file: "\(number / 5_000).yaml",
        line: number + 1, "finding number \(number)")
    }
    let bytes = ReviewFormat.text.bytes(of: Self.report(findings), Self.layout)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let numbers = lines.compactMap { line in
      line.firstRange(of: "finding number ").map { line[$0.upperBound...].prefix { $0.isNumber } }
    }
    #expect(numbers.compactMap { Int($0) } == Array(0..<20_000))
    #expect(lines.count { $0.contains(".yaml") } == 4)
    #expect(lines.count { $0.contains("What it means.") } == 2)
  }

  @Test("say that nothing was found", arguments: ReviewFormat.allCases)
  func nothingFound(_ format: ReviewFormat) throws {
    let bytes = format.bytes(of: Self.report([]), Self.layout)
    try expectGolden(bytes, at: "Reports/review/none.\(format.rawValue)")
  }

  @Test("fit the published schema, field by field", arguments: [[], findings])
  func schema(_ findings: [ReviewFinding]) throws {
    let shape = try JSONShape(schema: "\(ReviewSchema.text)")
    let bytes = ReviewFormat.json.bytes(of: Self.report(findings), Self.layout)
    #expect(try shape.faults(in: bytes) == [])
  }

  @Test("tell findings of the same fingerprint apart where a format wants that")
  func uniqueFingerprints() throws {
    let bytes = ReviewFormat.gitlab.bytes(of: Self.report(Self.findings), Self.layout)
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]])
    let fingerprints = entries.compactMap { $0["fingerprint"] as? String }
    #expect(entries.count == 4)
    #expect(Set(fingerprints).count == 4)
  }

  @Test("let no text end a line or an element")
  func escaping() throws {
    let report = Self.report(Self.findings)
    let commands = String(
      decoding: ReviewFormat.github.bytes(of: report, Self.layout), as: UTF8.self)
    #expect(commands.split(separator: "\n").allSatisfy { $0.hasPrefix("::") })
    #expect(commands.contains("file=a b/ä%3A1%2C2.yaml,line=11"))
    let parser = XMLDocumentShape(ReviewFormat.junit.bytes(of: report, Self.layout))
    #expect(parser.openElements == 0)
  }
}

/// Counts the tags of an XML text.
private struct XMLDocumentShape {
  /// Elements that are opened and not closed.
  var openElements = 0

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for tag in text.split(separator: "<").dropFirst() where !tag.hasPrefix("?") {
      if tag.hasPrefix("/") {
        openElements -= 1
      } else if !tag.prefix(while: { $0 != ">" }).hasSuffix("/") {
        openElements += 1
      }
    }
  }
}
