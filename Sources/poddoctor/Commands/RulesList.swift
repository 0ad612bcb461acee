import ArgumentParser
import PodDoctorKit
import Reporting

/// `poddoctor rules list`: every rule with its title.
struct RulesList: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the rules.")

  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func answer(on terminal: Terminal.Surroundings) throws -> Answer {
    let library = try RuleLibrary(rules.consultation)
    let reporter = RuleReporter(output.format, layout: output.layout(on: terminal))
    return try output.deliver(reporter.list(of: library.descriptions), exitCode: .success)
  }
}
