import ArgumentParser
import Fuzzing

/// What all commands are told: the target, the seed and the package.
struct FuzzOptions: ParsableArguments {
  @Option(help: "Other seeds give other inputs.")
  var seed: UInt64 = 1

  @Option(help: "The folder of the package, with Fixtures and Rules.")
  var root = "."

  static let targets = FuzzTarget.all.map(\.name).joined(separator: ", ")

  func run(of name: String) throws -> FuzzRun {
    guard let target = FuzzTarget.named(name) else {
      throw ValidationError("no target is named \(name); there are \(Self.targets)")
    }
    return FuzzRun(target, seed: seed, root: root)
  }
}
