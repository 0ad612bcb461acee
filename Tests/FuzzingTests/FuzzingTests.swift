import Foundation
import TestSupport
import Testing

@Suite("Fuzzing")
struct FuzzingTests {
  static let targets = [
    "yaml", "block-yaml", "json", "diagnosis", "review", "simulation", "describe", "tables",
    "events", "paste", "logs", "journal", "archives", "cel", "scheduler-configuration",
    "review-configuration",
    "rules",
    "signatures",
  ]

  @Test("damaged inputs break no promise of a reader", arguments: targets)
  func inputs(_ target: String) throws {
    let outcome = try Fuzzer.run(["run", target, "--inputs", "12", "--found", Fuzzer.scratch])
    #expect(outcome.exitCode == 0, "\(outcome.output)")
    #expect(outcome.output.contains("\(target): 12 inputs, 0 found something"))
  }

  @Test("what was found once stays mended", arguments: Fuzzer.kept)
  func kept(_ seed: Fuzzer.Kept) throws {
    let outcome = try Fuzzer.run(["replay", seed.target, seed.path])
    #expect(outcome.exitCode == 0, "\(outcome.output)")
  }

  @Test("another process gives the same answers to the same inputs")
  func answers() throws {
    let arguments = ["run", "diagnosis", "--inputs", "5", "--found", Fuzzer.scratch]
    let first = try Fuzzer.run(arguments)
    #expect(first.output.contains("answers"))
    #expect(try Fuzzer.run(arguments).output == first.output)
  }

  @Test("a target that is not there is refused")
  func unknown() throws {
    #expect(try Fuzzer.run(["run", "nonsense"]).exitCode != 0)
  }
}
