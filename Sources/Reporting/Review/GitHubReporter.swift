import Basics
import Findings
import Provenance

/// Writes a review as workflow commands, which GitHub shows as annotations of the lines.
struct GitHubReporter {
  private let report: ReviewReport

  init(_ report: ReviewReport) {
    self.report = report
  }

  /// The most severe come first, because GitHub shows no more than ten of a kind.
  func bytes() -> [UInt8] {
    var output = ByteWriter()
    for severity in Severity.allCases.reversed() {
      for finding in report.findings
      where finding.severity == severity && finding.counts {
        output.write(Self.command(for: finding))
        output.write("\n")
      }
    }
    return output.bytes
  }

  private static func command(for finding: ReviewFinding) -> String {
    let place = finding.place
    let properties = [
      "file=" + property(ReviewFinding.plainPath(place.file)), "line=\(max(1, place.line))",
      "col=\(max(1, place.column))",
      "title=" + property("\(finding.rule) (\(finding.object))"),
    ]
    return "::\(finding.severity.command) " + properties.joined(separator: ",") + "::"
      + message(Displayed.text(finding.says))
  }

  private static func message(_ text: String) -> String {
    text.unicodeScalars.map { $0 == "%" ? "%25" : String($0) }.joined()
  }

  /// A property's value, in which the signs that end it are escaped.
  private static func property(_ text: String) -> String {
    message(Displayed.text(text)).unicodeScalars.map { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: String(scalar)
      }
    }.joined()
  }
}

extension Severity {
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }
}
