import ArgumentParser
import Basics
import Findings
import PodDoctorKit
import Reporting

/// `poddoctor diagnose` of files and folders without any option, which is its commonest use.
///
/// Making the parser ready takes longer than such a diagnosis of a small dump does, so these are answered without it,
/// exactly as ``Diagnose`` does with its defaults.
struct PlainDiagnosis {
  private let words: [String]

  /// Nil when the arguments say more than what to read.
  init?(_ arguments: [String]) {
    guard arguments.count > 1, arguments.first == Diagnose.configuration.commandName,
      arguments.dropFirst().allSatisfy({ $0 == "-" || !$0.hasPrefix("-") })
    else { return nil }
    words = Array(arguments.dropFirst())
  }

  func answer(on terminal: Terminal.Surroundings) throws -> Answer {
    let sorted = try SortedWords(words)
    guard !sorted.sources.isEmpty else { throw UsageError.nothingToRead }
    var options = ConsultationOptions()
    options.sources = sorted.sources
    options.targets = sorted.targets
    let layout = terminal.layout(.auto)
    options.tellsTimelines = ReportFormat.text.showsTimelines(in: layout)
    var remains: (any Sendable)?
    let report = try Consultation(options).report { remains = $0 }
    let reporter = ReportFormat.text.reporter(layout)
    let exitCode = Answer.ExitCode(rawValue: Int32(clamping: report.summary.exitCode))
    return Answer(
      output: reporter.report(report, into: ByteWriter()).bytes,
      exitCode: exitCode ?? .internalError, remains: remains)
  }
}
