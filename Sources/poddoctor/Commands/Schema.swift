import ArgumentParser
import Reporting

/// `poddoctor schema`: the published shape of reports.
struct Schema: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of the report of 'diagnose -o json'.")

  func answer(on terminal: Terminal.Surroundings) -> Answer {
    Answer(output: Array("\(DiagnosisSchema.text)".utf8))
  }
}
