import DumpLoading
package import Findings
import FoundationEssentials

/// Makes inputs for a target and tries them one after another, in the working folder.
///
/// Each input lies in its file before it is tried, so that it is there when the process dies of it.
package struct FuzzRun {
  /// Where the number of the input that is being tried is noted.
  package static let positionFile = "position"

  private let target: FuzzTarget
  private let seed: UInt64
  private let corpus: Corpus

  /// A run over the fixtures below `root`, the folder of the package.
  package init(_ target: FuzzTarget, seed: UInt64, root: String) {
    self.target = target
    self.seed = seed
    corpus = Corpus(target.seeds, in: root)
  }

  /// Tries the inputs with these numbers, calls `before` before each, and gives a fingerprint of all answers.
  package func tryInputs(_ numbers: Range<Int>, before: () -> Void) throws -> Fingerprint {
    guard !corpus.isEmpty else { throw Breach("\(target.name): there are no seeds") }
    var fingerprint = Fingerprint(of: [])
    for number in numbers {
      try write(Array("\(number)".utf8), to: Self.positionFile)
      before()
      do {
        let answer = try answer(to: input(number))
        fingerprint = Fingerprint(of: [fingerprint.description, answer])
      } catch let breach as Breach {
        throw Breach("\(target.name), seed \(seed), input \(number): \(breach)")
      }
    }
    return fingerprint
  }

  /// Tries what was found before.
  package func tryFile(_ path: String) throws -> Fingerprint {
    do {
      return Fingerprint(of: [try answer(to: FileBytes.read(path))])
    } catch let breach as Breach {
      throw Breach("\(path): \(breach)")
    }
  }

  /// The path in which an input lies while it is tried.
  package func path(of input: [UInt8]) -> String { target.naming(input) }

  /// The input of a number.
  package func input(_ number: Int) -> [UInt8] {
    var mutator = Mutator(
      corpus, tokens: target.tokens, using: SeededGenerator(seed: seed, input: number))
    return mutator.input()
  }

  /// Every seventh input is tried twice, and has to give the same both times.
  private func answer(to bytes: [UInt8]) throws -> String {
    let path = path(of: bytes)
    try write(bytes, to: path)
    for companion in target.companions {
      try write(Array(companion.text.utf8), to: companion.path)
    }
    let input = TrialInput(path: path, bytes: bytes, companions: target.companions.map(\.path))
    let answer = try target.trial.answer(to: input)
    if bytes.count % 7 == 0 {
      let second = try target.trial.answer(to: input)
      try input.requireEqual(answer, second, in: "the answer, given twice")
    }
    return String(decoding: answer, as: UTF8.self)
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    if let slash = path.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: String(path[..<slash]), withIntermediateDirectories: true)
    }
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
      throw Breach("cannot write \(path)")
    }
  }
}
