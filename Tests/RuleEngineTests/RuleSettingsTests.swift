import Findings
import Provenance
import RuleEngine
import Testing
import YAML

@Suite("Settings of rules")
struct RuleSettingsTests {
  private let kettle = """
    kind: Kettle
    metadata: {name: k1}
    spec: {guests: [{name: Ann, cups: 1}, {name: Bo, cups: 4}, {name: Cy, cups: 9}]}
    status: {phase: Cold, litres: 2}
    """

  private let rule = """
    name: thirsty-guest
    title: A guest wants too much
    severity: warning
    profile: strict
    since: 0.1.0
    playbook: review
    about: Kettle
    parameters: {cups: 3, spared: [Cy]}
    given:
      spared: parameters.spared
    each: guests.filter(g, !(g.name in spared)) as guest
    when: guest.cups > parameters.cups
    says: "{guest.name} wants {guest.cups} cups"
    evidence:
      - of: guest
        at: cups
        says: too many
    why: It is not polite.
    equivalents: {kube-linter: [greed, thirst], popeye: ["42"]}

    """

  private func says(setting parameters: String = "{}") throws -> [String] {
    var book = try Kitchen.book(of: rule, named: "thirsty-guest")
    try book.set(read(parameters), of: "thirsty-guest")
    let subject = try #require(try Kitchen.subjects(in: kettle).first)
    let verdicts = book.verdicts(about: subject)
    #expect(verdicts.faults.isEmpty)
    return verdicts.findings.map(\.says)
  }

  private func read(_ text: String) throws -> [RuleParameter] {
    let root = try #require(DocumentReader().read(text, file: "config.yaml").documents.first?.root)
    return root.entries.map { name, mark, value in
      RuleParameter(
        name: RuleText(name, at: .init(file: "config.yaml", mark: mark)), value: value)
    }
  }

  @Test("a rule with a list is asked for each element, with its parameters")
  func each() throws {
    #expect(try says() == ["Bo wants 4 cups"])
  }

  @Test("a parameter that is set counts, and the others stay")
  func parameters() throws {
    #expect(try says(setting: "{cups: 0}") == ["Ann wants 1 cups", "Bo wants 4 cups"])
    #expect(try says(setting: "{spared: []}") == ["Bo wants 4 cups", "Cy wants 9 cups"])
  }

  @Test(
    "a parameter that cannot be set is refused",
    arguments: [
      (
        "{cup: 1}",
        "config.yaml:1:2: error: rule thirsty-guest has no parameter cup, did you mean cups?"
      ),
      (
        "{cups: many}",
        "config.yaml:1:8: error: parameter cups of rule thirsty-guest is a number, not a text"
      ),
      ("{spared: Cy}", "is a list, not a text"),
    ])
  func refused(_ parameters: String, _ says: String) {
    #expect {
      try self.says(setting: parameters)
    } throws: { error in
      "\(error)".contains(says)
    }
  }

  @Test("a name that depends on a parameter stands for what each book set")
  func definitions() throws {
    let usual = try Kitchen.book(of: rule, named: "thirsty-guest")
    var other = usual
    try other.set(read("{spared: []}"), of: "thirsty-guest")
    let subject = try #require(try Kitchen.subjects(in: kettle).first)
    for _ in 0..<2 {
      #expect(usual.verdicts(about: subject).findings.map(\.says) == ["Bo wants 4 cups"])
      #expect(other.verdicts(about: subject).findings.count == 2)
    }
  }

  @Test("a profile asks its own rules and those of milder ones")
  func profile() throws {
    var book = try Kitchen.book(of: rule, named: "thirsty-guest")
    #expect(book.isSwitchedOn("thirsty-guest"))
    book.choose(.default)
    #expect(!book.isSwitchedOn("thirsty-guest"))
    try book.choose(enabled: ["thirsty-*"], disabled: [])
    #expect(book.isSwitchedOn("thirsty-guest"))
    var strict = try Kitchen.book(of: rule, named: "thirsty-guest")
    strict.choose(.strict)
    #expect(strict.isSwitchedOn("thirsty-guest"))
  }

  @Test(
    "a case is asked about by its own profile, or when somebody enables the rule",
    arguments: [
      (RuleProfile.strict, [], ["Cy wants 9 cups"]),
      (.all, [], ["Bo wants 4 cups", "Cy wants 9 cups"]),
      (.strict, ["all"], ["Bo wants 4 cups", "Cy wants 9 cups"]),
    ])
  func stricterCase(_ profile: RuleProfile, _ enabled: [String], _ says: [String]) throws {
    let text = OddRule(text: rule)
      .replacing(
        "profile:", with: "profile: strict\nstricter: [{when: guest.cups < 9, profile: all}]"
      )
      .replacing("parameters:", with: "parameters: {cups: 3, spared: []}").text
    var book = try Kitchen.book(of: text, named: "thirsty-guest")
    book.choose(profile)
    try book.choose(enabled: enabled, disabled: [])
    let subject = try #require(try Kitchen.subjects(in: kettle).first)
    #expect(book.verdicts(about: subject).findings.map(\.says) == says)
  }

  @Test(
    "what is wrong with the keys of a review is told",
    arguments: [
      ("profile:", "profile: strickt", "did you mean strict?"),
      ("profile:", "stricter: [{when: 'true', profile: al}]", "did you mean all?"),
      ("equivalents:", "equivalents: {kubelinter: [a]}", "did you mean kube-linter?"),
      ("parameters:", "parameters: [cups]", "parameters has to map names to values"),
      ("each:", "each: guests", "each has to read LIST as NAME"),
    ])
  func wrongKeys(_ line: String, _ other: String, _ says: String) {
    let text = OddRule(text: rule).replacing(line, with: other).text
    #expect {
      _ = try Kitchen.book(of: text, named: "thirsty-guest")
    } throws: { error in
      "\(error)".contains(says)
    }
  }
}
