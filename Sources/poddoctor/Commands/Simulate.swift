import ArgumentParser
import PodDoctorKit

/// `poddoctor simulate`: what kube-scheduler decides, and what would change it.
struct Simulate: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Say what kube-scheduler decides for each pending pod, and what would change it.",
    usage: "poddoctor simulate [PATH ...] [-f PATH ...] [pod/NAME ...] [options]")

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(
    help: ArgumentHelp("A KubeSchedulerConfiguration to go by.", valueName: "file"),
    completion: .file())
  var schedulerConfig: String?

  @Flag(help: "Add all refusing plugins of every node, with numbers, and what would make it fit.")
  var explain = false

  @Option(help: "Exit with 1 when a pod fits nowhere.")
  var failOn = FailureChoice.never

  func answer(on terminal: Terminal.Surroundings) throws -> Answer {
    let answer = try SimulationConsultation(options()).answer()
    let bytes = answer.bytes(as: output.format, output.layout(on: terminal))
    let exitCode = Answer.ExitCode(rawValue: Int32(clamping: answer.exitCode))
    return try output.deliver(bytes, exitCode: exitCode ?? .internalError)
  }

  private func options() throws -> SimulationOptions {
    let words = try input.sorted()
    var options = SimulationOptions()
    options.consultation.sources = words.sources
    options.consultation.targets = words.targets
    options.consultation.gate = failOn.gate
    try selection.apply(to: &options.consultation)
    options.schedulerConfiguration = schedulerConfig
    options.explains = explain
    return options
  }
}
