import ArgumentParser
import Findings
import PodDoctorKit

/// What a team that lives with reviews needs: a configuration, ignores and a baseline.
struct LivingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration; otherwise \(ReviewConfiguration.fileName) is sought from the first path upwards.",
      valueName: "file"), completion: .file())
  var config: String?

  @Flag(help: "Look for no configuration.")
  var noConfig = false

  @Flag(help: "Do not let annotations and comments in manifests silence findings.")
  var strict = false

  @Flag(
    help: ArgumentHelp(
      "Honour the annotations that silence kube-linter, kube-score and polaris, and without a configuration kube-linter's."
    ))
  var compatIgnores = false

  @Option(
    help: ArgumentHelp("Let only findings count that this file does not list.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write the findings to this file, for --baseline.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Option(
    help: ArgumentHelp(
      "The day of the review, for ignores that expire. (default: the day it is)",
      valueName: "2026-12-31"))
  var today: String?

  func validate() throws {
    guard let today, !CalendarDay.isWritten(today) else { return }
    throw ValidationError("--today wants a day such as 2026-12-31, not '\(today)'")
  }

  func apply(to options: inout ReviewOptions, profile: RuleProfile?) throws {
    if let found = configuration(for: options.sources.first ?? ".") {
      try ReviewConfiguration(at: found).apply(to: &options, profile: profile)
    } else if let profile {
      options.profile = profile
    }
    options.isStrict = strict
    options.honoursOtherTools = compatIgnores
    options.today = today ?? Terminal.today
    if let baseline { options.baseline = try ReviewBaseline(at: baseline) }
  }

  /// The configuration that was named, or is found above a path: our own, else that of kube-linter if it is asked for.
  private func configuration(for path: String) -> String? {
    guard !noConfig else { return nil }
    if let own = config ?? Terminal.configuration(above: path) { return own }
    guard compatIgnores else { return nil }
    return [".kube-linter.yaml", ".kube-linter.yml"].lazy
      .compactMap { Terminal.configuration(above: path, named: $0) }.first
  }

  func writeBaseline(of report: ReviewReport) throws {
    guard let writeBaseline else { return }
    try OutputFile(path: writeBaseline).replace(with: ReviewBaseline.file(of: report))
  }
}
