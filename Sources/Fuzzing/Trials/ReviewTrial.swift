import Findings
import PodDoctorKit
import Reporting

/// Reviews the input with every rule, and writes the report in every format.
struct ReviewTrial: Trial {
  func answer(to input: TrialInput) throws(Breach) -> [UInt8] {
    var options = ReviewOptions()
    options.sources = input.sources
    options.enabledRules = ["all"]
    let report: ReviewReport
    do {
      report = try ReviewConsultation(options).report()
    } catch {
      return Array(error.description.utf8)
    }
    for finding in report.findings {
      try input.require(finding.place, in: "the finding \(finding.rule)")
    }
    var all: [UInt8] = []
    for format in ReviewFormat.allCases {
      let bytes = format.bytes(of: report, TextLayout())
      try PrintedText.require(printable: bytes, in: "the review as \(format)")
      if format == .json || format == .yaml {
        try PrintedText.require(readable: bytes, in: "the review as \(format)")
      }
      all += bytes
    }
    return all
  }
}
