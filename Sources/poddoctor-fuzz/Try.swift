import ArgumentParser
import Fuzzing

/// Tries some inputs in this process, in the current folder; `run` starts it.
struct Try: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Try some inputs in this very process.", shouldDisplay: false)

  @OptionGroup var options: FuzzOptions
  @Argument var target: String
  @Option var from = 0
  @Option var count = 1
  @Option var seconds = 20
  /// A file to try instead of inputs that are made.
  @Option var file: String?

  func run() throws {
    let run = try options.run(of: target)
    Limits.boundMemory()
    do {
      if let file {
        Limits.boundTime(seconds: seconds)
        print("\(target): \(file), answer \(try run.tryFile(file))")
      } else {
        let fingerprint = try run.tryInputs(from..<from + count) {
          Limits.boundTime(seconds: seconds)
        }
        print("\(target): inputs \(from)..<\(from + count), answers \(fingerprint)")
      }
    } catch {
      print(error)
      throw ExitCode(Outcome.breachCode)
    }
  }
}
