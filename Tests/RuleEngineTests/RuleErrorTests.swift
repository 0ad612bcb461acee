import RuleEngine
import Testing

@Suite("Errors in rules")
struct RuleErrorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var line: String
    var other: String
    var error: String
  }

  static let cases = [
    Case(
      testDescription: "an unknown key is named, with the key that was meant",
      line: "since:", other: "sinse: 0.1.0",
      error: "odd-kettle.yaml:4:1: error: unknown key sinse in a rule, did you mean since?"),
    Case(
      testDescription: "a missing key is named",
      line: "title:", other: "", error: "error: title is missing or empty"),
    Case(
      testDescription: "keys out of order are told where they belong",
      line: "title:", other: "refines: no-tea\ntitle: The kettle is odd",
      error: "3:1: error: key title has to stand before refines"),
    Case(
      testDescription: "an unknown playbook is told the known ones",
      line: "playbook:", other: "playbook: Pendng", error: "did you mean Pending?"),
    Case(
      testDescription: "an unknown variable is pointed at inside its expression",
      line: "when:", other: "when: litres > 1 && kettel.cold",
      error: "odd-kettle.yaml:10:21: error:"),
    Case(
      testDescription: "an expression in a text is pointed at",
      line: "says: \"{kettle}", other: "says: \"{kettle} and {ketle}\"",
      error: "odd-kettle.yaml:11:22: error:"),
    Case(
      testDescription: "a syntax error is pointed at",
      line: "when:", other: "when: litres > > 1", error: "odd-kettle.yaml:10:16: error:"),
    Case(
      testDescription: "a condition that is no condition is refused",
      line: "when:", other: "when: size(\"a\")", error: "gives int, not true or false"),
    Case(
      testDescription: "a brace that is not closed is pointed at",
      line: "says: \"{kettle}", other: "says: \"it is {kettle\"",
      error: "odd-kettle.yaml:11:14: error: no closing brace"),
    Case(
      testDescription: "a name of given may not be taken",
      line: "litres:", other: "  kettle: 1", error: "9:3: error: kettle is taken already"),
    Case(
      testDescription: "an unknown kind of subject is named",
      line: "about:", other: "about: Kettel",
      error: "no kind of subject is named Kettel, did you mean Kettle?"),
    Case(
      testDescription: "an unknown trigger is named",
      line: "on:", other: "on: [\"fase:Cold\"]",
      error: "no trigger is named fase, did you mean phase?"),
    Case(
      testDescription: "an unknown symptom is named",
      line: "explains:", other: "explains: [no-teas]", error: "no rule or symptom is named no-teas"),
    Case(
      testDescription: "the name is the file's",
      line: "name:", other: "name: other-kettle",
      error: "rule other-kettle has to stand in a file named other-kettle.yaml"),
    Case(
      testDescription: "a shared remedy has to be there",
      line: "why:", other: "remedies: [pray]\nwhy: It is odd.",
      error: "no shared remedy is named pray"),
    Case(
      testDescription: "a risk is one of four",
      line: "why:", other: "remedies: [{risk: none, says: pray}]\nwhy: It is odd.",
      error: "risk is none, which is none of inspect, safe, disruptive, destructive"),
    Case(
      testDescription: "broken YAML is told where it breaks",
      line: "on:", other: "on: [\"phase:Cold\"", error: "odd-kettle.yaml:"),
    Case(
      testDescription: "a lowering says how far",
      line: "why:", other: "lowered: [{when: true, because: odd}]\nwhy: It is odd.",
      error: "lowered needs either to or by"),
    Case(
      testDescription: "an iteration has a name",
      line: "- at: status", other: "  - each: [1, 2]", error: "each has to"),
  ]

  @Test("say what is wrong and where", arguments: cases)
  func errors(_ example: Case) {
    let rule = OddRule().replacing(example.line, with: example.other)
    #expect {
      _ = try Kitchen.book(of: rule.text)
    } throws: { error in
      "\(error)".contains(example.error)
    }
  }

  @Test("are none in a rule that is right")
  func right() throws {
    #expect(try Kitchen.book(of: OddRule().text).names == ["odd-kettle"])
  }

  @Test("show the line and a caret")
  func caret() {
    let rule = OddRule().replacing("about:", with: "about: Kettel")
    #expect {
      _ = try Kitchen.book(of: rule.text)
    } throws: { error in
      "\(error)".contains("\n  about: Kettel\n         ^")
    }
  }

  @Test("of tested rules include missing examples")
  func laws() {
    let file = RuleFile(path: "odd-kettle.yaml", text: OddRule().text)
    #expect {
      _ = try RuleBook(files: [Kitchen.vocabulary, file], laws: .tested)
    } throws: { error in
      "\(error)".contains("no example finds anything")
        && "\(error)".contains("two examples have to find nothing, 0 does")
    }
  }
}
