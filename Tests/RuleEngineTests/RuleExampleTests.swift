import RuleEngine
import Testing

@Suite("Examples of rules")
struct RuleExampleTests {
  static let examples: [RuleExample] = {
    let rules = (try? Kitchen.book().sources()) ?? []
    return rules.flatMap(\.examples)
  }()

  @Test("are there")
  func examplesAreRead() throws {
    #expect(try Kitchen.book().names == ["kettle-cold", "kettle-empty", "kettle-unplugged"])
    #expect(Self.examples.count == 9)
  }

  @Test("do what they say", arguments: examples)
  func example(_ example: RuleExample) throws {
    let trial = RuleTrial(of: try Kitchen.book()) { try Kitchen.subjects(in: $0.input) }
    let outcome = trial.outcome(of: example)
    #expect(outcome.complaint == nil)
  }

  @Test("that fail say what was found instead")
  func complaint() throws {
    var example = try #require(Self.examples.first { $0.name == "it is full" })
    example.finds = .sentences(["a full kettle"])
    let trial = RuleTrial(of: try Kitchen.book()) { try Kitchen.subjects(in: $0.input) }
    let complaint = try #require(trial.outcome(of: example).complaint)
    #expect(complaint.contains("expected: a full kettle"))
    #expect(complaint.contains("found:    nothing"))
  }
}
