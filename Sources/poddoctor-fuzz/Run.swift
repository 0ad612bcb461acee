import ArgumentParser
import FoundationEssentials
import Fuzzing
import Glibc

/// Tries targets for so many inputs or minutes, and keeps the inputs that found something.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Try targets, each in processes of its own, and keep what was found.",
    discussion: "Targets: \(FuzzOptions.targets). All of them when none is named.")

  /// How many inputs one process tries.
  private static let batch = 200

  @OptionGroup var options: FuzzOptions
  @Argument(help: "The targets to try.") var targets: [String] = []
  @Option(help: "How many inputs each target is tried with.") var inputs = 1_000
  @Option(help: "How many minutes each target is tried for, instead of a number of inputs.")
  var minutes: Double?
  @Option(help: "The first input's number.") var from = 0
  @Option(help: "Processor seconds for each input.") var seconds = 20
  @Option(help: "The folder for inputs that found something.") var found = "found"

  func run() throws {
    var options = options
    options.root = try Self.absolute(options.root)
    var findings = 0
    for target in targets.isEmpty ? FuzzTarget.all.map(\.name) : targets {
      findings += try tried(target, options)
    }
    if findings > 0 { throw ExitCode(1) }
  }

  /// Tries one target.
  ///
  /// - Returns: How many inputs found something.
  private func tried(_ target: String, _ options: FuzzOptions) throws -> Int {
    let run = try options.run(of: target)
    let attempt = try Attempt(target, options, seconds: seconds)
    defer { attempt.removeFolder() }
    let clock = ContinuousClock()
    let start = clock.now
    var findings = 0
    var next = from
    func isOver() -> Bool {
      guard let minutes else { return next >= from + inputs }
      return start.duration(to: clock.now) >= .seconds(minutes * 60)
    }
    while !isOver() {
      let end = minutes == nil ? min(next + Self.batch, from + inputs) : next + Self.batch
      let outcome = try attempt.inputs(next..<end)
      switch outcome {
      case .kept: next = end
      case .failure(let code): throw ExitCode(code)
      case .breach, .overrun, .crash:
        let position = attempt.position ?? next
        try keep(run.input(position), named: "\(target)/\(outcome)-\(options.seed)-\(position)")
        findings += 1
        next = position + 1
      }
    }
    print("\(target): \(next - from) inputs, \(findings) found something")
    return findings
  }

  private func keep(_ input: [UInt8], named name: String) throws {
    let path = "\(found)/\(name)"
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: path, contents: Data(input))
    print("found \(path)")
  }

  static func absolute(_ path: String) throws -> String {
    guard let real = unsafe realpath(path, nil) else {
      throw ValidationError("there is no folder \(path)")
    }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
