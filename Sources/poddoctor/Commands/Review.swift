import ArgumentParser
import Findings
import PodDoctorKit

/// `poddoctor review`: what in manifests will be refused, stay Pending, crash or hang.
struct Review: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Say what in manifests will be refused, stay Pending, crash or hang.",
    usage: "\(Invocation.programName) review PATH ... [options]",
    discussion: """
      Reads manifests (YAML, JSON, lists, many documents) from files and folders, or from standard \
      input: what 'helm template' and 'kustomize build' print, too. Every finding names its file, line \
      and column, says why it matters and what to do. Exits with 1 when one is at or above --fail-on.

        poddoctor review deploy/
        helm template charts/web | poddoctor review -
        poddoctor review deploy/ -o sarif=review.sarif -o github
        poddoctor review deploy/ --fix --dry-run
      """)

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
  @OptionGroup(title: "Correcting") var correction: CorrectionOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Output") var output: ReviewOutputOptions

  @Flag(
    name: [.long, .customLong("redact")],
    help: "Replace names of objects, images and hosts by pseudonyms, so that it can be shared.")
  var redactNames = false

  @Option(help: "Exit with 1 when a finding is at or above this severity.")
  var failOn = FailureChoice.error

  func answer(on terminal: Terminal.Surroundings) throws -> Answer {
    let consultation = try ReviewConsultation(options())
    if correction.isAsked { return try correct(consultation, on: terminal) }
    var remains: (any Sendable)?
    let report = try consultation.report { remains = $0 }
    try living.writeBaseline(of: report)
    var answer = try output.deliver(report, on: terminal)
    answer.remains = remains
    return answer
  }

  private func correct(
    _ consultation: ReviewConsultation, on terminal: Terminal.Surroundings
  ) throws -> Answer {
    let review = try consultation.corrected()
    let texts = try correction.deliver(review)
    try living.writeBaseline(of: review.report)
    var output = output
    let isTaken = correction.takesStandardOutput(of: files + paths)
    if isTaken { output.quiet = true }
    var answer = try output.deliver(review.report, on: terminal)
    if isTaken, !self.output.quiet { answer.output = texts }
    answer.diagnostics = correction.account(of: review)
    return answer
  }

  func validate() throws {
    if correction.takesStandardOutput(of: files + paths),
      output.outputs.contains(where: { $0.file == nil })
    {
      throw ValidationError("the changes go to standard output; write reports with -o FORMAT=FILE")
    }
    if redactNames, correction.isAsked || living.writeBaseline != nil {
      throw ValidationError(
        "--redact-names hides what \(correction.isAsked ? "--fix" : "--write-baseline") is about")
    }
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
    options.hidesNames = redactNames
    options.tellsEveryRemedy = output.showsEveryRemedy
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
