import Basics
package import Findings
import Provenance
import YAML

/// The findings that were there when somebody drew a line: only others count.
package struct ReviewBaseline: Sendable {
  /// How often each finding was there, by its fingerprint.
  private var counts: [String: Int] = [:]

  private static let apiVersion = "poddoctor.dev/v1"
  private static let kind = "ReviewBaseline"

  /// Reads a baseline that ``file(of:)`` wrote.
  package init(reading bytes: [UInt8], file: String) throws(ConsultationError) {
    let reading = DocumentReader().read(bytes, file: file)
    guard let root = reading.documents.first?.root, root["kind"]?.text == Self.kind else {
      throw .invalidOption("\(file) is no baseline; --write-baseline writes one")
    }
    for finding in root["findings"]?.elements.map(\.self) ?? [] {
      guard let fingerprint = finding["fingerprint"]?.string else {
        throw .invalidOption("\(finding.place): a finding of a baseline has a fingerprint")
      }
      counts[fingerprint, default: 0] += 1
    }
  }

  /// Reads the file at a path.
  package init(at path: String) throws(ConsultationError) {
    try self.init(reading: try NamedFile.bytes(of: path, limit: 256 << 20), file: path)
  }

  /// The findings, of which those that were there before do not count.
  func applied(to findings: [ReviewFinding]) -> [ReviewFinding] {
    var left = counts
    return findings.map { finding in
      guard finding.counts else { return finding }
      let fingerprint = finding.fingerprint.description
      guard let count = left[fingerprint], count > 0 else { return finding }
      left[fingerprint] = count - 1
      var finding = finding
      finding.suppressed = Suppression(.baseline, reason: "it was there before")
      return finding
    }
  }

  /// A baseline of the findings of a report that count, sorted so that two of them compare well.
  package static func file(of report: ReviewReport) -> [UInt8] {
    let findings = report.findings.filter {
      $0.counts || $0.suppressed?.source == .baseline
    }.map { (finding: $0, fingerprint: $0.fingerprint.description) }.sorted {
      ($0.finding.rule, $0.finding.object, $0.fingerprint)
        < ($1.finding.rule, $1.finding.object, $1.fingerprint)
    }
    var json = JSONWriter(into: ByteWriter(), layout: .pretty)
    json.object { json in
      json.field("apiVersion", apiVersion)
      json.field("kind", kind)
      json.field("findings") { json in
        json.array(of: findings) { json, entry in
          let (finding, fingerprint) = entry
          json.object { json in
            json.field("fingerprint", fingerprint)
            json.field("rule", finding.rule)
            json.field("object", finding.object.description)
            json.field("says", finding.says)
          }
        }
      }
    }
    return json.finish().bytes + [UInt8(ascii: "\n")]
  }
}
