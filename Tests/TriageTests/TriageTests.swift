import Findings
import Provenance
import Testing
import Triage

@Suite("Triage")
struct TriageTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var findings: [Finding]
    var roots: [String]
  }

  static let cases = [
    Case(testDescription: "finds nothing in nothing", findings: [], roots: []),
    Case(
      testDescription: "a symptom vanishes into what explains it",
      findings: [.of("oom", explains: ["exit"]), .of("exit")], roots: ["oom(exit)"]),
    Case(
      testDescription: "also by way of others",
      findings: [
        .of("oom", explains: ["exit"]), .of("exit", explains: ["loop"]), .of("loop"),
      ], roots: ["oom(exit loop)"]),
    Case(
      testDescription: "a surer symptom vanishes too",
      findings: [.of("oom", confidence: 0.4, explains: ["exit"]), .of("exit")],
      roots: ["oom(exit)"]),
    Case(
      testDescription: "another pod's symptom stays",
      findings: [.of("oom", explains: ["exit"]), .of("exit", pod: "b")], roots: ["exit", "oom"]),
    Case(
      testDescription: "another container's symptom stays",
      findings: [.of("oom", in: "app", explains: ["exit"]), .of("exit", in: "proxy")],
      roots: ["exit", "oom"]),
    Case(
      testDescription: "a symptom of the whole pod is explained by one container",
      findings: [.of("oom", in: "app", explains: ["unready"]), .of("unready")],
      roots: ["oom(unready)"]),
    Case(
      testDescription: "a finer case counts as the symptom that it refines",
      findings: [.of("oom", explains: ["exit"]), .of("exit-137", refines: "exit")],
      roots: ["oom(exit-137)"]),
    Case(
      testDescription: "of a cycle the surest is the root",
      findings: [
        .of("a", confidence: 0.5, explains: ["b"]), .of("b", confidence: 0.7, explains: ["c"]),
        .of("c", confidence: 0.6, explains: ["a"]),
      ], roots: ["b(a c)"]),
    Case(
      testDescription: "a cycle below a cause vanishes as a whole",
      findings: [
        .of("top", confidence: 0.3, explains: ["b"]), .of("a", explains: ["b"]),
        .of("b", explains: ["a"]),
      ], roots: ["top(a b)"]),
    Case(
      testDescription: "no finding explains itself",
      findings: [.of("a", explains: ["a"])], roots: ["a"]),
    Case(
      testDescription: "what is wrong with a node explains what blames the node",
      findings: [
        .about(node: "n1", "node-lost", explains: ["taint-evicted"]),
        .of("taint-evicted", blaming: node("n1")),
        .of("taint-evicted", pod: "b", blaming: node("n2")),
      ], roots: ["node-lost(taint-evicted)", "taint-evicted"]),
    Case(
      testDescription: "causes of one object fold where one explains the other",
      findings: [
        .of("node-lost", pod: "a", blaming: node("n"), explains: ["not-ready"]),
        .of("not-ready", pod: "b", blaming: node("n")),
      ], roots: ["node-lost(not-ready)"]),
    Case(
      testDescription: "keys keep cases of one cause apart",
      findings: [
        .of("key-missing", blaming: secret, key: "user"),
        .of("key-missing", pod: "b", blaming: secret, key: "password"),
      ],
      roots: ["key-missing", "key-missing"]),
    Case(
      testDescription: "a weaker rival becomes an alternative where the stronger names it",
      findings: [
        .of("dns", confidence: 0.9, alternatives: ["registry"]),
        .of("registry", confidence: 0.5),
      ], roots: ["dns"]),
    Case(
      testDescription: "or where the weaker names the stronger",
      findings: [
        .of("dns", confidence: 0.9),
        .of("registry", confidence: 0.5, explains: ["pull"], alternatives: ["dns"]),
        .of("pull"),
      ], roots: ["dns(pull)"]),
    Case(
      testDescription: "rivals that no rule names both stay",
      findings: [.of("dns", confidence: 0.9), .of("registry", confidence: 0.5)],
      roots: ["dns", "registry"]),
    Case(
      testDescription: "more suffering weighs more, within reason",
      findings: [.of("a", confidence: 0.7)]
        + (1...8).map { .of("b", pod: "b\($0)", confidence: 0.6, blaming: node("n")) },
      roots: ["b", "a"]),
    Case(
      testDescription: "a warning weighs half an error",
      findings: [
        .of("a", severity: .warning), .of("b", confidence: 0.6), .of("c", severity: .info),
      ],
      roots: ["b", "a", "c"]),
    Case(
      testDescription: "ties are broken by name, then by object",
      findings: [.of("b"), .of("a", pod: "y"), .of("a", pod: "x")], roots: ["a", "a", "b"]),
    Case(
      testDescription: "a confidence that is no number counts for nothing",
      findings: [.of("a", confidence: .nan), .of("b", confidence: 0.1)], roots: ["b", "a"]),
  ]

  static let secret = ObjectReference(kind: "Secret", namespace: "shop", name: "db")

  static func node(_ name: String) -> ObjectReference { ObjectReference(kind: "Node", name: name) }

  @Test("finds the roots", arguments: cases)
  func roots(_ example: Case) {
    let causes = Triage().rootCauses(of: example.findings)
    #expect(causes.map(\.shape) == example.roots)
    #expect(causes.map(\.rank) == Array(1...(causes.count + 1)).dropLast())
  }

  @Test("the order of findings does not matter", arguments: cases)
  func order(_ example: Case) {
    let causes = Triage().rootCauses(of: example.findings)
    #expect(Triage().rootCauses(of: example.findings.reversed()) == causes)
    #expect(Triage().rootCauses(of: example.findings + example.findings) == causes)
  }

  @Test("forty pods of one dead node are one root cause")
  func collapse() throws {
    let findings = (1...40).map { number in
      Finding.of(
        "node-lost", pod: "p\(number)", confidence: number == 7 ? 0.95 : 0.9,
        blaming: Self.node("lost-1"),
        evidence: (1...3).map {
          Evidence(Self.node("lost-1"), "field\($0)", says: "seen")
        } + [Evidence(Self.node("lost-1"), "pod\(number)", says: "seen")])
    }
    let causes = Triage().rootCauses(of: findings)
    let cause = try #require(causes.first)
    #expect(causes.count == 1)
    #expect(cause.affected.count == 40)
    #expect(cause.confidence == 0.95)
    #expect(cause.says == "node-lost of p7")
    #expect(cause.evidence.count == 6)
    #expect(Set(cause.evidence).count == 6)
  }

  @Test("an alternative says what would rule it out")
  func alternatives() throws {
    let causes = Triage().rootCauses(of: [
      .of("dns", confidence: 0.9, alternatives: ["registry", "proxy"]),
      .of("registry", confidence: 0.5),
    ])
    let alternatives = try #require(causes.first).alternatives
    #expect(alternatives.map(\.cause) == ["registry", "proxy"])
    #expect(alternatives.map(\.confidence) == [0.5, 0.1])
    #expect(alternatives.map(\.unless) == ["not registry", "not proxy"])
  }

  @Test("remedies run from the mildest to the harshest, each once")
  func remedies() throws {
    let remedies = [
      Remedy(says: "delete", risk: .destructive), Remedy(says: "look", risk: .inspect),
      Remedy(says: "look closer", risk: .inspect), Remedy(says: "patch", risk: .safe),
    ]
    let causes = Triage().rootCauses(of: [
      .of("a", pod: "x", blaming: Self.node("n"), remedies: remedies),
      .of("a", pod: "y", blaming: Self.node("n"), remedies: remedies),
    ])
    #expect(
      try #require(causes.first).remedies.map(\.says) == ["look", "look closer", "patch", "delete"])
  }

  @Test("a long chain and a large crowd end well")
  func size() {
    let chain = (0..<5000).map { Finding.of("c\($0)", explains: ["c\($0 + 1)"]) }
    #expect(Triage().rootCauses(of: chain).map(\.cause) == ["c0"])
  }
}
