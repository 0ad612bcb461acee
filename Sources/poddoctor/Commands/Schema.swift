import ArgumentParser
import Reporting

/// `poddoctor schema`: the published shape of reports.
struct Schema: AnsweringCommand {
  /// The reports that have a schema.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case diagnosisReport = "DiagnosisReport"
    case simulationReport = "SimulationReport"
    case reviewReport = "ReviewReport"
  }

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of what diagnose, simulate and review report with '-o json'.")

  @Option(help: "The kind of report.")
  var kind = Kind.diagnosisReport

  func answer(on terminal: Terminal.Surroundings) -> Answer {
    switch kind {
    case .diagnosisReport: Answer(output: Array("\(DiagnosisSchema.text)".utf8))
    case .simulationReport: Answer(output: Array("\(SimulationSchema.text)".utf8))
    case .reviewReport: Answer(output: Array("\(ReviewSchema.text)".utf8))
    }
  }
}
