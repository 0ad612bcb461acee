import Basics
import Findings
import Provenance
import Testing

@Suite("Findings of a review by their places")
struct ReviewFindingSortingTests {
  @Test("stand in the order in which they compare", arguments: [0, 1, 2, 500, 9_000])
  func order(count: Int) {
    var generator = SplitMix(seed: 3)
    let findings = (0..<count).map { _ in Self.finding(using: &generator) }
    #expect(findings.sortedByPlace() == findings.sorted())
  }

  private static func finding(using generator: inout SplitMix) -> ReviewFinding {
    let names = ["b.yaml", "a.yaml", "a/b.yaml", "é.yaml"]
    func name() -> String { names.randomElement(using: &generator) ?? "" }
    let mark = Mark(
      line: .random(in: 1...20, using: &generator), column: .random(in: 1...3, using: &generator))
    return ReviewFinding(
      rule: name(), severity: .warning,
      object: Indirect(ObjectReference(kind: "Pod", namespace: "", name: name())), field: "",
      place: Place(file: name(), mark: mark), says: name())
  }
}
