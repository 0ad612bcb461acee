import ArgumentParser
import Findings
import PodDoctorKit
import Reporting

/// `poddoctor rules test FOLDER`: the examples of rules of one's own.
struct RulesTest: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the examples that stand in rule files.")

  @Argument(help: "A folder with rule files.", completion: .directory)
  var folder: String

  @OptionGroup(title: "Output") var output: OutputOptions

  func answer(on terminal: Terminal.Surroundings) throws -> Answer {
    let outcomes = try RuleLibrary.outcomes(ofExamplesIn: folder)
    let reporter = RuleReporter(output.format, layout: output.layout(on: terminal))
    let hasFailed = outcomes.contains { !$0.hasPassed }
    return try output.deliver(
      reporter.outcomes(outcomes), exitCode: hasFailed ? .found : .success)
  }
}
