import ArgumentParser
import Basics
import Findings
import PodDoctorKit
import Reporting

/// `poddoctor explain NAME`: what a cause means, without any dump.
struct Explain: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a cause means and what can be done about it.")

  @Argument(help: "The name of a cause, as in a report: untolerated-taint.")
  var name: String

  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func answer(on terminal: Terminal.Surroundings) throws -> Answer {
    let descriptions = try RuleLibrary(rules.consultation).descriptions + RuleLibrary.remarks
    guard let rule = descriptions.first(where: { $0.name == name }) else {
      throw UsageError("no rule is named \(name)" + suggestion(among: descriptions.map(\.name)))
    }
    let reporter = RuleReporter(output.format, layout: output.layout(on: terminal))
    return try output.deliver(reporter.explanation(of: rule), exitCode: .success)
  }

  private func suggestion(among names: [String]) -> String {
    guard let nearest = Spelling.nearest(to: name, among: names) else {
      return "; see 'poddoctor rules list'"
    }
    return "; did you mean \(nearest)?"
  }
}
