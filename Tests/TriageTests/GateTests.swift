import Findings
import Testing
import Triage

@Suite("Gate")
struct GateTests {
  static let cases: [(Severity?, [Severity], Int)] = [
    (nil, [.error], 0), (.error, [.warning, .info], 0), (.error, [.warning, .error], 1),
    (.info, [], 0), (.info, [.info], 1), (.warning, [.error], 1),
  ]

  @Test("fails from its threshold on", arguments: cases)
  func exitCode(_ threshold: Severity?, _ severities: [Severity], _ expected: Int) {
    let causes = Triage().rootCauses(of: severities.map { .of("c-\($0)", severity: $0) })
    #expect(Gate(failingFrom: threshold).exitCode(for: causes) == expected)
  }
}
