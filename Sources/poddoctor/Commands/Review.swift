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
    name: [.customShort("n"), .long],
    help: "The namespace of objects that name none. (default: default)")
  var namespace: String?

  @Option(
    help: "How much is asked; each profile asks more than the one before. (default: default)")
  var profile: RuleProfile?

  @Option(
    help: ArgumentHelp(
      "The version of Kubernetes that the manifests are meant for.", valueName: "1.N"))
  var kubernetesVersion: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A dump of the cluster that the manifests are meant for: do they fit? May be repeated.",
      valueName: "dump"), completion: .file())
  var cluster: [String] = []

  @OptionGroup(title: "Living with it") var living: LivingOptions

  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Output") var output: ReviewOutputOptions

  @Option(help: "Exit with 1 when a finding is at or above this severity.")
  var failOn = FailureChoice.error

  func answer(on terminal: Terminal.Surroundings) throws -> Answer {
    let report = try ReviewConsultation(options()).report()
    try living.writeBaseline(of: report)
    return try output.deliver(report, on: terminal)
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
    for path in cluster where !Terminal.exists(path) {
      throw UsageError("--cluster: there is no file or folder \(path)")
    }
    options.cluster = cluster
    options.gate = failOn.gate
    rules.apply(to: &options)
    try living.apply(to: &options, profile: profile)
    if let namespace { options.namespace = namespace }
    if let kubernetesVersion {
      guard let minor = KubernetesVersion.minor(kubernetesVersion) else {
        throw UsageError(
          "--kubernetes-version wants a version such as 1.34, not '\(kubernetesVersion)'")
      }
      options.kubernetesMinor = minor
    }
    return options
  }
}
