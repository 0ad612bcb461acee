import ArgumentParser
import Basics
import PodDoctorKit

/// `poddoctor collect`: what a diagnosis needs, read from a cluster by the user's kubectl.
struct Collect: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: "Collect what 'diagnose' needs with your kubectl, read-only and without credentials.",
    usage: "poddoctor collect [-n NAMESPACE ... | -A] [-o FILE.tar.gz] [TYPE/NAME ...] [options]",
    discussion: """
      Objects and events, the logs of pods in trouble (or of the pods that TYPE/NAME names), current and \
      previous. Values of Secrets are never read; what looks like a credential elsewhere is blotted out \
      before anything is written. --print prints the commands instead, as a shell script.
      """)

  @Option(
    name: [.customShort("n"), .long], parsing: .singleValue,
    help: "Collect this namespace only; all otherwise. May be repeated.")
  var namespace: [String] = []

  @Flag(name: [.customShort("A"), .long], help: "Collect all namespaces, which is the default.")
  var allNamespaces = false

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The archive to write, .tar.gz or .tar, or a folder with / at its end.", valueName: "path"),
    completion: .file())
  var path = "poddoctor-collection.tar.gz"

  @Flag(name: .customLong("print"), help: "Print the commands as a shell script; run nothing.")
  var prints = false

  @Option(help: ArgumentHelp("Logs of this much time only: 2h, 30m.", valueName: "duration"))
  var since: String?

  @Option(help: ArgumentHelp("The kubectl to run.", valueName: "program"), completion: .file())
  var kubectl = "kubectl"

  @Option(help: "The context of the kubeconfig file.") var context: String?
  @Option(help: "The kubeconfig file.", completion: .file()) var kubeconfig: String?
  @Option(help: "The user to act as.") var `as`: String?
  @Option(help: "How long one request may take.") var requestTimeout = "60s"

  @Argument(help: ArgumentHelp("Objects whose pods' logs to collect.", valueName: "TYPE/NAME"))
  var objects: [String] = []

  func answer(on terminal: Terminal.Surroundings) throws -> Answer {
    let options = try options()
    if prints {
      let script = CollectionScript(options, kubectl: [kubectl] + clusterFlags)
      return Answer(output: Array(script.text.utf8))
    }
    let output = CollectionOutput(path: path)
    try output.validate()
    let collection = try collect(options)
    try output.write(collection.files)
    return Answer(
      output: Array(summary(of: collection).utf8),
      diagnostics: collection.failures.map { "warning: \($0.escapingControls)\n" }.joined())
  }

  private func options() throws -> CollectionOptions {
    if allNamespaces, !namespace.isEmpty {
      throw UsageError("--namespace and --all-namespaces exclude each other")
    }
    let words = try SortedWords(objects)
    if let path = words.sources.first { throw UsageError("\(path) is no TYPE/NAME") }
    var options = CollectionOptions()
    options.namespaces = namespace.flatMap { $0.split(separator: ",").map(String.init) }
    options.targets = words.targets
    options.since = since
    return options
  }

  private var clusterFlags: [String] {
    let choices = [("--context", context), ("--kubeconfig", kubeconfig), ("--as", `as`)]
    return choices.compactMap { flag, value in value.map { "\(flag)=\($0)" } }
      + ["--request-timeout=\(requestTimeout)"]
  }

  private func collect(_ options: CollectionOptions) throws -> ClusterCollection {
    let process = ChildProcess(program: kubectl)
    let flags = clusterFlags
    do {
      _ = try process.run(["version", "--client"])
    } catch {
      throw UsageError("\(error)")
    }
    return try Collector(options).collection { steps in
      steps.concurrentMap { step in
        do {
          return try process.run(step.arguments + flags)
        } catch {
          return CommandOutcome(output: [], errors: "\(error)", exitCode: 127)
        }
      }
    }
  }

  private func summary(of collection: ClusterCollection) -> String {
    let failed = collection.failures.count
    let failures = failed == 0 ? "" : ", \(failed) failed (see errors.txt)"
    return "wrote \(path): \(collection.files.count) files of \(collection.commandCount) commands"
      + "\(failures)\npoddoctor diagnose \(path)\n"
  }
}
