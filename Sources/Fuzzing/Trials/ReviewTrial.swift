import Findings
import PodDoctorKit
import Reporting

/// Reviews the input with every rule, or with it as its configuration, and writes the report in every format.
struct ReviewTrial: Trial {
  /// What the input is to the review.
  enum Role {
    case manifests, configuration
  }

  let role: Role

  func answer(to input: TrialInput) throws(Breach) -> [UInt8] {
    var options = ReviewOptions()
    options.enabledRules = ["all"]
    let report: ReviewReport
    do {
      switch role {
      case .manifests: options.sources = input.sources
      case .configuration:
        options.sources = input.companions
        options.enabledRules = []
        try ReviewConfiguration(at: input.path).apply(to: &options, profile: nil)
      }
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
