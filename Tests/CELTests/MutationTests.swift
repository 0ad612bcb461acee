import Basics
import CEL
import Testing

@Suite("Expressions damaged at random")
struct MutationTests {
  private static let parts = [
    "(", ")", "[", "]", "{", "}", "?", ":", ".", ".?", "'", "\"", "-", "--", "!", " && ", " || ",
    "1",
    "-1", "9223372036854775807", "1e308", "0u", "'%s'", "null", "[]", "{}", "x", "\\", "`", "é",
    "dyn(", "x.map(y, ", "optional.of(", "timestamp(", "duration('1h')", "string(",
  ]

  @Test("give a value or an error, never a crash", arguments: 0..<8)
  func mutation(_ seed: Int) {
    var generator = SplitMix(seed: UInt64(seed))
    var environment = seed % 2 == 0 ? Environment.rules : Environment.kubernetes
    environment.declare("x")
    let texts = LibraryTests.truths + LibraryTests.failures + EnvironmentTests.truths
    let values: [Value] = [.null, .list([.int(1), .string("a")]), .map([("a", .double(.nan))])]
    for _ in 0..<400 {
      var scalars = Array((texts.randomElement(using: &generator) ?? "").unicodeScalars)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        damage(&scalars, &generator)
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      guard let program = try? environment.compile(text, .unchecked) else { continue }
      let bindings = Bindings(["x": values.randomElement(using: &generator) ?? .null])
      _ = try? program.evaluate(bindings, limits: Limits(steps: 20_000))
      _ = program.reads
    }
  }

  private func damage(_ scalars: inout [Unicode.Scalar], _ generator: inout SplitMix) {
    let start = Int.random(in: 0...scalars.count, using: &generator)
    let end = min(scalars.count, start + Int.random(in: 0...4, using: &generator))
    let part = Self.parts.randomElement(using: &generator) ?? ""
    switch Int.random(in: 0...3, using: &generator) {
    case 0: scalars.removeSubrange(start..<end)
    case 1: scalars.insert(contentsOf: Array(part.unicodeScalars), at: start)
    case 2: scalars.insert(contentsOf: Array(scalars[start..<end]), at: start)
    default: scalars.replaceSubrange(start..<end, with: Array(part.unicodeScalars))
    }
  }
}
