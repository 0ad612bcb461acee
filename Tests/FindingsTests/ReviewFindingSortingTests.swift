import Basics
import Findings
import Provenance
import Testing

@Suite("Findings of a review by their places")
struct ReviewFindingSortingTests {
  @Test("stand in the order in which they compare", arguments: [0, 1, 2, 500, 9_000])
  func order(count: Int) {
    var generator = SplitMix(seed: 3)
    let findings = (0..<count).map { _ in
      Self.finding(on: 1...20, in: Self.names, using: &generator)
    }
    #expect(findings.sortedByPlace() == findings.sorted())
  }

  @Test("stand in order where those of one file come nearly so", arguments: [1, 20, 3_000, 50_000])
  func nearlyInOrder(disorder: Int) {
    var generator = SplitMix(seed: 5)
    let findings = (0..<20_000).map { number in
      Self.finding(on: number / 20 + 1...number / 20 + disorder, in: ["a.yaml"], using: &generator)
    }
    #expect(findings.sortedByPlace() == findings.sorted())
  }

  private static let names = ["b.yaml", "a.yaml", "a/b.yaml", "é.yaml"]

  private static func finding(
    on lines: ClosedRange<Int>, in files: [String], using generator: inout SplitMix
  ) -> ReviewFinding {
    func one(of names: [String]) -> String { names.randomElement(using: &generator) ?? "" }
    let mark = Mark(
      line: .random(in: lines, using: &generator), column: .random(in: 1...3, using: &generator))
    let object = ObjectReference(kind: "Pod", namespace: "", name: one(of: names))
    return ReviewFinding(
      rule: one(of: names), severity: .warning, object: Indirect(object), field: "",
      place: Place(file: one(of: files), mark: mark), says: one(of: names))
  }
}
