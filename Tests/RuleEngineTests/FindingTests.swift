import Findings
import Provenance
import RuleEngine
import Testing

@Suite("Findings of rules")
struct FindingTests {
  private func finding(_ cause: String, in text: String) throws -> Finding {
    let book = try Kitchen.book()
    let subject = try #require(try Kitchen.subjects(in: text).first)
    let verdicts = book.verdicts(about: subject)
    #expect(verdicts.faults.isEmpty)
    return try #require(verdicts.findings.first { $0.cause == cause })
  }

  private let empty = """
    kind: Kettle
    metadata: {name: k1, colour: "red; rm"}
    spec: {capacity: 2}
    status:
      phase: Cold
      litres: 0
      gauge: broken
    """

  @Test("point at the field that they speak of")
  func evidence() throws {
    let evidence = try finding("kettle-empty", in: empty).evidence
    let place = Place(file: "kitchen.yaml", mark: Mark(line: 6, column: 3))
    #expect(
      evidence == [
        Evidence(
          ObjectReference(kind: "Kettle", name: "k1"), "status.litres", says: "it holds 0 litres",
          place: place, quote: "0")
      ])
  }

  @Test("are less sure where the rule says so, and say why")
  func lowered() throws {
    let finding = try finding("kettle-empty", in: empty)
    #expect(finding.confidence == 0.5)
    #expect(
      finding.why == """
        A kettle without water cannot boil. Water leaves a kettle by being poured.
        Fill it.
        Less sure than usual: the gauge is broken.
        """)
  }

  @Test("quote what a dump says in commands and patches")
  func remedies() throws {
    let remedies = try finding("kettle-empty", in: empty).remedies
    #expect(remedies.map(\.risk) == [.inspect, .safe])
    #expect(remedies.map(\.says) == ["look into kettle/k1", "fill it with 2 litres"])
    #expect(remedies.map(\.command) == ["peek k1 | less", "fill k1 'red; rm'"])
    #expect(remedies.last?.patch == "status:\n  litres: 2\n  colour: \"red; rm\"\n")
  }

  private let unplugged = """
    kind: Kettle
    metadata: {name: k2}
    spec: {socket: wall, guests: [Ann]}
    status: {phase: Cold, litres: 1}
    events:
      - {reason: NoPower, message: "no power, password=hunter2 seen"}
      - {reason: NoPower, message: still none}
    ---
    kind: Socket
    metadata: {name: wall}
    status: {fuse: out}
    """

  @Test("quote both ends of a long text, because errors wrap each other and the cause stands last")
  func longQuote() throws {
    let words = String(repeating: "wrapped by é, ", count: 40)
    let text = unplugged.replacing("still none", with: "\"first \(words)at last\"")
    let evidence = try finding("kettle-unplugged", in: text).evidence
    let quote = try #require(evidence.compactMap(\.quote).first { $0.hasPrefix("first wrapped") })
    #expect(quote.hasSuffix("at last"))
    #expect(quote.contains(" … "))
    #expect(quote.utf8.count <= 200)
  }

  @Test("give evidence for each element, in the parts of documents that the elements are")
  func each() throws {
    let evidence = try finding("kettle-unplugged", in: unplugged).evidence
    #expect(
      evidence.map(\.field) == [
        "events[0].message", "events[1].message", "status.fuse.amperes",
      ])
    #expect(evidence.map(\.quote) == ["no power, password=••• seen", "still none", nil])
    #expect(evidence.map { $0.place?.line } == [6, 7, 11])
    #expect(evidence.last?.object == ObjectReference(kind: "Socket", name: "wall"))
  }

  @Test("know the element of the rule behind evidence that has nothing to show for one")
  func eachInEach() throws {
    let rule = """
      name: picky-guest
      title: A guest wants more
      severity: warning
      since: 0.1.0
      playbook: review
      about: Kettle
      each: guests as guest
      when: "true"
      says: "{guest.name} is picky"
      evidence:
        - each: guest.wishes as wish
          of: wish
          at: what
          says: "wants {wish.what}"
        - of: guest
          at: name
          says: "is {guest.name}"
      why: It is not polite.
      """
    let text = """
      kind: Kettle
      metadata: {name: k1}
      spec: {guests: [{name: Ann, wishes: []}, {name: Bo, wishes: [{what: milk}, {what: sugar}]}]}
      """
    let subject = try #require(try Kitchen.subjects(in: text).first)
    let verdicts = try Kitchen.book(of: rule, named: "picky-guest").verdicts(about: subject)
    #expect(verdicts.faults.map(\.says) == [])
    #expect(
      verdicts.findings.map { $0.evidence.map(\.says) } == [
        ["is Ann"], ["wants milk", "wants sugar", "is Bo"],
      ])
  }

  @Test("blame the object that the rule names, and refine a known cause")
  func blamed() throws {
    let finding = try finding("kettle-unplugged", in: unplugged)
    #expect(finding.object == ObjectReference(kind: "Socket", name: "wall"))
    #expect(finding.affected.object == ObjectReference(kind: "Kettle", name: "k2"))
    #expect(finding.refines == "kettle-cold")
    #expect(finding.confidence == 0.6667)
  }

  @Test("have the severity that an expression gives, and a confidence of at most one")
  func computedSeverity() throws {
    let finding = try finding("kettle-cold", in: unplugged)
    #expect(finding.severity == .warning)
    #expect(finding.confidence == 1)
    #expect(finding.says == "kettle/k2 is cold, and Ann waits")
  }
}
