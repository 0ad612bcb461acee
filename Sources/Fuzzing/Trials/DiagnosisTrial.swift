import Basics
import Findings
import PodDoctorKit
import Reporting
import Triage

/// Diagnoses a dump of which the input is a part, and writes the report in every format.
struct DiagnosisTrial: Trial {
  /// Whether the input is what is read, and not an archive of it, so that its lines are those of the report.
  var isRead = true

  func answer(to input: TrialInput) throws(Breach) -> [UInt8] {
    var options = ConsultationOptions()
    options.sources = input.sources
    let report: DiagnosisReport
    do {
      report = try Consultation(options).report()
    } catch {
      return Array(error.description.utf8)
    }
    for cause in report.rootCauses where isRead {
      for evidence in cause.evidence {
        try input.require(evidence.place, in: "evidence of \(cause.cause) (\(evidence.says))")
      }
    }
    return try written(report)
  }

  private func written(_ report: DiagnosisReport) throws(Breach) -> [UInt8] {
    var all: [UInt8] = []
    for format in ReportFormat.allCases {
      let reporter = format.reporter(TextLayout())
      let bytes = reporter.report(report, into: ByteWriter()).bytes
      try PrintedText.require(printable: bytes, in: "the report as \(format)")
      if format == .json || format == .yaml {
        try PrintedText.require(readable: bytes, in: "the report as \(format)")
      }
      all += bytes
    }
    return all
  }
}
