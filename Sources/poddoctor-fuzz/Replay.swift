import ArgumentParser
import Fuzzing

/// Tries files that found something once.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Try files once more that found something.")

  @OptionGroup var options: FuzzOptions
  @Argument(help: "The target: \(FuzzOptions.targets).") var target: String
  @Argument(help: "The files to try.") var files: [String]
  @Option(help: "Processor seconds for each file.") var seconds = 20

  func run() throws {
    var options = options
    options.root = try Run.absolute(options.root)
    _ = try options.run(of: target)
    let attempt = try Attempt(target, options, seconds: seconds)
    defer { attempt.removeFolder() }
    var findings = 0
    for file in files {
      let outcome = try attempt.file(Run.absolute(file))
      if case .kept = outcome { continue }
      print("\(file): \(outcome)")
      findings += 1
    }
    if findings > 0 { throw ExitCode(1) }
  }
}
