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

  @Option(
    help: ArgumentHelp("Imagine N more nodes; name the model with --like.", valueName: "n"))
  var addNodes: Int?

  @Option(help: ArgumentHelp("The node that added nodes are like.", valueName: "node"))
  var like: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Imagine a field of a node or pod: node-a.spec.unschedulable=false, "
        + "pod/web.spec.priority=10. May be repeated.", valueName: "object.field=value"))
  var assignments: [String] = []

  @Option(
    help: ArgumentHelp(
      "Make so many pods of each manifest, or of those named as TYPE/NAME.", valueName: "n"))
  var replicas: Int?

  @Flag(
    exclusivity: .exclusive,
    help: ArgumentHelp("Place pods one after another, or each on the cluster as it is."))
  var order = PlacementOrder.sequence

  @Option(help: "Exit with 1 when a pod fits nowhere.")
  var failOn = FailureChoice.never

  func validate() throws {
    if (addNodes == nil) != (like == nil) {
      throw ValidationError("--add-nodes and --like belong together")
    }
    if let replicas, replicas < 1 { throw ValidationError("--replicas is a count from 1") }
  }

  func answer(on terminal: Terminal.Surroundings) throws -> Answer {
    let answer = try SimulationConsultation(options()).answer()
    let bytes = answer.bytes(as: output.format, output.layout(on: terminal))
    let exitCode = Answer.ExitCode(rawValue: Int32(clamping: answer.exitCode))
    var delivered = try output.deliver(bytes, exitCode: exitCode ?? .internalError)
    delivered.remains = answer
    return delivered
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
    if let addNodes, let like { options.addedNodes = (addNodes, like) }
    options.assignments = assignments
    options.replicas = replicas
    options.isIndependent = order == .independent
    return options
  }
}

/// Whether pods are placed one after another.
enum PlacementOrder: String, EnumerableFlag {
  case sequence, independent
}
