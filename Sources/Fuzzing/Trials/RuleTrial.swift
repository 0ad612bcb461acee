import BundledRules
import PodDoctorKit
import RuleEngine

/// Adds the input to the bundled rules, compiles it, and runs the examples that it holds.
struct RuleTrial: Trial {
  func answer(to input: TrialInput) throws(Breach) -> [UInt8] {
    let text = String(decoding: input.bytes, as: UTF8.self)
    let errors = Self.errors(in: RuleFile(path: input.path, text: text))
    for error in errors { try input.require(error.place, in: "the error '\(error.says)'") }
    guard errors.isEmpty else { return Array(RuleErrors(errors).description.utf8) }
    do {
      let outcomes = try RuleLibrary.outcomes(ofExamplesIn: input.path)
      return Array("\(outcomes)".utf8)
    } catch {
      return Array("\(error)".utf8)
    }
  }

  private static func errors(in file: RuleFile) -> [RuleError] {
    do throws(RuleErrors) {
      if file.role == .signatures {
        let causes = Set(BundledRules.book.names)
        return try SignatureFile(reading: file).breaches(causes: causes)
      }
      var book = BundledRules.book
      try book.add([file], laws: .formal)
      _ = try book.rule(named: file.stem)?.compileAll()
      return []
    } catch {
      return error.errors
    }
  }
}
