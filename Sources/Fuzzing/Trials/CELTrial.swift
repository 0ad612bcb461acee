import CEL

/// Compiles and evaluates an input as an expression, with and without types, in both dialects.
struct CELTrial: Trial {
  private static let values: [Value] = [
    .null, .int(-1), .string("a"), .list([.int(1), .string("a")]), .map([("a", .double(.nan))]),
  ]

  func answer(to input: TrialInput) throws(Breach) -> [UInt8] {
    let text = String(decoding: input.bytes, as: UTF8.self)
    var answer = ""
    for environment in [Environment.rules, .kubernetes] {
      var environment = environment
      environment.declare("x")
      environment.declare("self")
      let strictnesses: [Environment.Strictness] = [.checked, .unchecked]
      for strictness in strictnesses {
        answer += try outcome(of: text, in: environment, strictness) + "\n"
      }
    }
    return Array(answer.utf8)
  }

  private func outcome(
    of text: String, in environment: Environment, _ strictness: Environment.Strictness
  ) throws(Breach) -> String {
    let program: Program
    do {
      program = try environment.compile(text, strictness)
    } catch {
      for diagnostic in error.diagnostics
      where diagnostic.offset < 0 || diagnostic.offset > text.utf8.count {
        throw Breach(
          "the error '\(diagnostic.message)' is at \(diagnostic.offset), outside of the text")
      }
      return error.description
    }
    var outcomes = program.reads.map { "\($0)" }
    for value in Self.values {
      let bindings = Bindings(["x": value, "self": value])
      do {
        _ = try program.evaluate(bindings, limits: Limits(steps: 100_000))
        outcomes.append("value")
      } catch {
        outcomes.append(program.rendering(of: error))
      }
    }
    return outcomes.joined(separator: "\n")
  }
}
