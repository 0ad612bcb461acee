import CEL
import TestSupport
import Testing

@Suite("Answers of the API server's own environment")
struct KubernetesVectorTests {
  static let cases: [RecordedCase] =
    ((try? Vectors.cases("cel/kubernetes.json")) ?? []).map(RecordedCase.init(json:))

  @Test("gives what Kubernetes gives", arguments: cases)
  func answer(_ example: RecordedCase) throws {
    let expected = try #require(example.json["expect"])
    switch example.outcome(.kubernetes) {
    case .value(let value):
      #expect(RecordedValue.matches(value, expected), "\(value) is not \(expected)")
    case .error(let phase, let text):
      #expect(phase == expected["phase"]?.string, "\(phase): \(text) is not \(expected)")
      // The grammar's tool words its own errors; those of the parser proper are ours too.
      if let wanted = expected["error"]?.string, phase != "parse" {
        #expect(text == wanted)
      }
    }
    if let type = example.json["resultType"]?.string,
      let program = try? example.compile(.kubernetes)
    {
      #expect(program.resultType.description == type)
    }
  }
}
