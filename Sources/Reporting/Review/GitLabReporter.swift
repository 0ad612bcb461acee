import Basics
import Findings
import Provenance

/// Writes a review as GitLab's code quality report, which merge requests show.
struct GitLabReporter {
  private let report: ReviewReport

  init(_ report: ReviewReport) {
    self.report = report
  }

  func bytes() -> [UInt8] {
    var json = JSONWriter(into: ByteWriter(), layout: .pretty)
    let findings = report.findings.filter { $0.counts }
    json.array(of: zip(findings, Self.fingerprints(of: findings))) { json, entry in
      let (finding, fingerprint) = entry
      json.object { json in
        json.field("description", finding.says)
        json.field("check_name", finding.rule)
        json.field("fingerprint", fingerprint)
        json.field("severity", finding.severity.codeQuality)
        json.field("location") { json in
          json.object { json in
            json.field("path", ReviewFinding.plainPath(finding.place.file))
            json.field("lines") { json in
              json.object { $0.field("begin", max(1, finding.place.line)) }
            }
          }
        }
      }
    }
    return json.finish().bytes + [UInt8(ascii: "\n")]
  }

  /// GitLab wants each fingerprint once, so further findings of the same one are numbered.
  private static func fingerprints(of findings: [ReviewFinding]) -> [String] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
      let fingerprint = finding.fingerprint.description
      seen[fingerprint, default: 0] += 1
      let number = seen[fingerprint, default: 1]
      return number == 1 ? fingerprint : "\(fingerprint)-\(number)"
    }
  }
}

extension Severity {
  fileprivate var codeQuality: String {
    switch self {
    case .error: "critical"
    case .warning: "major"
    case .info: "info"
    }
  }
}
