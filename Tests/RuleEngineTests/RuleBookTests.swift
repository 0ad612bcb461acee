import Findings
import Provenance
import RuleEngine
import Testing

@Suite("Rule book")
struct RuleBookTests {
  private let cold = """
    kind: Kettle
    metadata: {name: k1}
    spec: {capacity: 2, guests: [Ann, Bob]}
    status: {phase: Cold, litres: 0}
    """

  private func causes(_ book: RuleBook) throws -> [String] {
    try Kitchen.subjects(in: cold).flatMap { book.verdicts(about: $0).findings.map(\.cause) }
  }

  @Test("asks only rules whose triggers a subject has")
  func triggers() throws {
    let book = try Kitchen.book()
    #expect(try causes(book) == ["kettle-cold", "kettle-empty"])
    let warm = cold.replacing("Cold", with: "Warm")
    #expect(try Kitchen.subjects(in: warm).flatMap { book.verdicts(about: $0).findings } == [])
  }

  @Test("finds about many subjects what it finds about each alone")
  func together() throws {
    let book = try Kitchen.book()
    let kettles = (0..<60).map { number in
      let phase = number.isMultiple(of: 3) ? "Warm" : "Cold"
      return cold.replacing("Cold", with: phase).replacing("k1", with: "k\(number)")
    }
    let subjects = try Kitchen.subjects(in: kettles.joined(separator: "\n---\n"))
    let findings = book.verdicts(about: subjects).map(\.findings)
    #expect(findings == subjects.map { book.verdicts(about: $0).findings })
    #expect(findings.count { !$0.isEmpty } == 40)
  }

  @Test("gives the same findings when it is packed")
  func packed() throws {
    let files = try RuleFolder.files(at: Kitchen.folder)
    let pack = try RulePack(packing: files)
    #expect(!pack.rules.contains("examples"))
    let (book, packed) = (try RuleBook(files: files, laws: .bundled), RuleBook(pack))
    #expect(packed.names == book.names)
    for subject in try Kitchen.subjects(in: cold) {
      #expect(packed.verdicts(about: subject).findings == book.verdicts(about: subject).findings)
      #expect(!packed.verdicts(about: subject).findings.isEmpty)
    }
  }

  @Test("asks fallbacks with the others, alone or not at all, packed or not", arguments: choices)
  func fallbacks(_ choice: FallbackChoice, _ causes: [String]) throws {
    let files = try RuleFolder.files(at: Kitchen.folder).map { file in
      file.path.hasSuffix("kettle-cold.yaml")
        ? RuleFile(
          path: file.path, text: file.text.replacing("\nwhy:", with: "\nfallback: true\nwhy:"))
        : file
    }
    let books = [try RuleBook(files: files, laws: .tested), RuleBook(try RulePack(packing: files))]
    for (book, subject) in try books.map({ ($0, try Kitchen.subjects(in: cold)[0]) }) {
      let found = book.verdicts(about: subject, fallbacks: choice).findings
      #expect(found.map(\.cause) == causes)
    }
  }

  static let choices: [(FallbackChoice, [String])] = [
    (.included, ["kettle-cold", "kettle-empty"]), (.excluded, ["kettle-empty"]),
    (.only, ["kettle-cold"]),
  ]

  @Test("takes rules of a user in place of its own")
  func replaced() throws {
    var book = try Kitchen.book()
    let rule = OddRule().text.replacing("odd-kettle", with: "kettle-empty")
    try book.add([RuleFile(path: "mine/kettle-empty.yaml", text: rule)], laws: .formal)
    #expect(book.names == ["kettle-cold", "kettle-empty", "kettle-unplugged"])
    #expect(try causes(book) == ["kettle-cold"])
  }

  @Test("switches rules off and on by name and glob")
  func chosen() throws {
    var book = try Kitchen.book()
    try book.choose(enabled: [], disabled: ["kettle-*"])
    #expect(try causes(book) == [])
    try book.choose(enabled: ["kettle-cold"], disabled: [])
    #expect(try causes(book) == ["kettle-cold"])
    try book.choose(enabled: ["all"], disabled: [])
    #expect(try causes(book) == ["kettle-cold", "kettle-empty"])
  }

  @Test("refuses a name that no rule bears, and says which may be meant")
  func unknown() throws {
    var book = try Kitchen.book()
    #expect(throws: UnknownRuleName(pattern: "kettle-emty", suggestion: "kettle-empty")) {
      try book.choose(enabled: [], disabled: ["kettle-emty"])
    }
  }

  @Test("counts an expression that cannot be evaluated as no match, and tells")
  func faults() throws {
    let rule = OddRule().replacing("when:", with: "when: kettle.nothing.there > 1")
    let book = try Kitchen.book(of: rule.text)
    let subject = try #require(try Kitchen.subjects(in: cold).first)
    let verdicts = book.verdicts(about: subject)
    #expect(verdicts.findings.isEmpty)
    #expect(verdicts.faults.map(\.says) == ["no such key: nothing"])
    #expect(verdicts.faults.map(\.place.line) == [10])
  }

  @Test("stops a rule that would never end, and suspends it in the end")
  func runaway() throws {
    let all = (0..<40).map(String.init).joined(separator: ",")
    let loop = "[\(all)].all(VAR, BODY)"
    let nested = (0..<6).reversed().reduce("true") { body, depth in
      loop.replacing("VAR", with: "v\(depth)").replacing("BODY", with: body)
    }
    let rule = OddRule().replacing("when:", with: "when: '\(nested)'")
    let book = try Kitchen.book(of: rule.text)
    let subject = try #require(try Kitchen.subjects(in: cold).first)
    for _ in 0..<book.limits.overruns {
      #expect(book.suspended.isEmpty)
      #expect(book.verdicts(about: subject).faults.count == 1)
    }
    #expect(book.suspended == ["odd-kettle"])
    #expect(book.verdicts(about: subject).faults.isEmpty)
  }

  @Test("has functions that turn values into words", arguments: phrases)
  func words(_ expression: String, _ text: String) throws {
    let rule = OddRule()
      .replacing("when:", with: "when: true").replacing(
        "says: \"{kettle}", with: "says: '{\(expression)}'")
    let book = try Kitchen.book(of: rule.text)
    let subject = try #require(try Kitchen.subjects(in: cold).first)
    let verdicts = book.verdicts(about: subject)
    #expect(verdicts.findings.map(\.says) == [text])
    #expect(verdicts.faults.isEmpty)
  }

  static let phrases: [(String, String)] = [
    ("counted(1, \"pod\")", "1 pod"), ("counted(3, \"policy\")", "3 policies"),
    ("span(3725)", "1 h 2 min"), ("span(0.4)", "0 s"), ("span(duration(\"36h\"))", "1 d 12 h"),
    ("listed([\"a\", \"b\", \"c\"])", "a, b and c"), ("listed([])", "none"),
    ("sized(1536)", "1.5 KiB"), ("kettle.spec", "{capacity: 2, guests: Ann, Bob}"),
    ("null", "none"), ("1.0 / 3.0 > 0.3 ? \"{\" : \"}\"", "{"), ("[1, 2.5, true]", "1, 2.5, true"),
    ("kettle", "kettle/k1"),
  ]
}

extension String {
  func replacing(_ text: String, with other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
