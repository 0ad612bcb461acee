import ArgumentParser
import Basics
import Findings
import PodDoctorKit
import Reporting

/// `poddoctor diagnose`: root causes, ranked, with evidence and remedies.
struct Diagnose: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnose",
    abstract: "Say what keeps the pods of a dump from running, why, and what to do.",
    usage: "poddoctor diagnose [PATH ...] [-f PATH ...] [TYPE/NAME ...] [options]",
    discussion: """
      Reads manifests (YAML, JSON, lists) and container logs from files and folders, those of \
      'kubectl cluster-info dump' too. Selections choose \
      what to diagnose; everything read is used to diagnose it. All namespaces unless -n is given.

        kubectl get pods,nodes,events,pvc,pv -A -o yaml | poddoctor diagnose -
        poddoctor diagnose dump/ -n shop
        poddoctor diagnose -f dump/ deploy/web -o json
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(help: ArgumentHelp("Report the best N root causes only; 0 is all.", valueName: "n"))
  var top = 0

  @Option(help: "Exit with 1 when a root cause is at least this severe.")
  var failOn = FailureChoice.never

  func validate() throws {
    if top < 0 { throw ValidationError("--top is a count, so it cannot be negative") }
  }

  func answer(on terminal: Terminal.Surroundings) throws -> Answer {
    var remains: (any Sendable)?
    let layout = output.layout(on: terminal)
    var options = try options()
    options.tellsTimelines = output.format.showsTimelines(in: layout)
    var report = try Consultation(options).report { remains = $0 }
    let exitCode = Answer.ExitCode(rawValue: Int32(clamping: report.summary.exitCode))
    if top > 0 { report.keepBest(top) }
    let reporter = output.format.reporter(layout)
    let bytes = reporter.report(report, into: ByteWriter()).bytes
    var answer = try output.deliver(bytes, exitCode: exitCode ?? .internalError)
    answer.remains = remains
    if output.verbose > 0 { answer.diagnostics = report.input.account + report.faultList }
    return answer
  }

  private func options() throws -> ConsultationOptions {
    let words = try input.sorted()
    var options = ConsultationOptions()
    options.sources = words.sources
    options.targets = words.targets
    options.gate = failOn.gate
    try selection.apply(to: &options)
    rules.apply(to: &options)
    return options
  }
}

extension DiagnosisReport.Input {
  /// What was read, for `-v`.
  fileprivate var account: String {
    let time = capturedAt.map { ", the present is \($0)" } ?? ""
    let sources = sources.joined(separator: ", ")
    return "read \(objects) objects from \(sources); digest \(digest)\(time)\n"
  }
}

extension DiagnosisReport {
  /// What of the rules could not be evaluated, for `-v`.
  fileprivate var faultList: String {
    faults.map { "rule fault: \($0)\n" }.joined()
  }
}
