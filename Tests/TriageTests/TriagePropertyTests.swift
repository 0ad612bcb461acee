import Basics
import Findings
import Provenance
import Testing
import Triage

@Suite("Triage of random findings")
struct TriagePropertyTests {
  @Test("loses no cause, whatever explains or rivals what", arguments: 1...60)
  func losesNothing(_ seed: Int) {
    let findings = Self.findings(seed)
    let causes = Triage().rootCauses(of: findings)
    let told = Set(causes.flatMap { [$0.cause] + $0.explains + $0.alternatives.map(\.cause) })
    #expect(Set(findings.map(\.cause)).subtracting(told) == [])
    let suffering = Set(causes.flatMap(\.affected).map(\.object))
    let beaten = Set(causes.flatMap(\.alternatives).map(\.cause))
    for finding in findings where !beaten.contains(finding.cause) {
      #expect(suffering.contains(finding.affected.object))
    }
  }

  @Test("does not depend on the order of findings", arguments: 1...60)
  func order(_ seed: Int) {
    var dice = SplitMix(seed: UInt64(seed) &* 977)
    let findings = Self.findings(seed)
    let causes = Triage().rootCauses(of: findings)
    #expect(Triage().rootCauses(of: findings.shuffled(using: &dice)) == causes)
    #expect(!zip(causes, causes.dropFirst()).contains { $0.weight < $1.weight })
  }

  private static func findings(_ seed: Int) -> [Finding] {
    var dice = SplitMix(seed: UInt64(seed))
    let names = (0..<8).map { "c\($0)" }
    return (0..<30).map { _ in
      Finding.of(
        names.randomElement(using: &dice) ?? "c0", pod: "p\(Int.random(in: 0..<5, using: &dice))",
        in: Bool.random(using: &dice) ? "k\(Int.random(in: 0..<2, using: &dice))" : nil,
        confidence: Double(Int.random(in: 0...10, using: &dice)) / 10,
        blaming: Bool.random(using: &dice)
          ? ObjectReference(kind: "Node", name: "n\(Int.random(in: 0..<2, using: &dice))") : nil,
        explains: names.filter { _ in Int.random(in: 0..<6, using: &dice) == 0 },
        alternatives: names.filter { _ in Int.random(in: 0..<10, using: &dice) == 0 })
    }
  }
}
