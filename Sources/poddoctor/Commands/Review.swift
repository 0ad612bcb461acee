import ArgumentParser
import Findings
import PodDoctorKit

/// `poddoctor review`: what in manifests will be refused, stay Pending, crash or hang.
struct Review: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Say what in manifests will be refused, stay Pending, crash or hang.",
    usage: "poddoctor review PATH ... [options]")

  @Option(
    name: [.customShort("f"), .customLong("filename")], parsing: .singleValue,
    help: ArgumentHelp(
      "A file or folder to review; '-' is standard input. May be repeated.", valueName: "path"),
    completion: .file())
  var files: [String] = []

  @Argument(help: "Files, folders or '-' to review.", completion: .file())
  var paths: [String] = []

  @Flag(name: [.customShort("R"), .customLong("recursive")], help: .hidden)
  var isRecursive = false

  @Option(
    name: [.customShort("n"), .long], help: "The namespace of objects that name none.")
  var namespace = "default"

  @Option(help: "How much is asked; each profile asks more than the one before.")
  var profile = RuleProfile.default

  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Output") var output: ReviewOutputOptions

  @Option(help: "Exit with 1 when a finding is at or above this severity.")
  var failOn = FailureChoice.error

  func answer(on terminal: Terminal.Surroundings) throws -> Answer {
    try output.deliver(ReviewConsultation(options()).report(), on: terminal)
  }

  private func options() throws -> ReviewOptions {
    var options = ReviewOptions()
    options.sources = files + paths
    guard !options.sources.isEmpty else {
      throw UsageError("nothing to review: name a file or folder, or '-' for standard input")
    }
    for path in options.sources where path != "-" && !Terminal.exists(path) {
      throw UsageError("there is no file or folder \(path)")
    }
    options.namespace = namespace
    options.profile = profile
    options.gate = failOn.gate
    rules.apply(to: &options)
    return options
  }
}
