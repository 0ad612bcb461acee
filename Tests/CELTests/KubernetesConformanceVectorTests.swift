import CEL
import TestSupport
import Testing

@Suite("The language's own tests in the API server's environment")
struct KubernetesConformanceVectorTests {
  /// The cases without those that skip the checker, which the API server never does.
  static let cases = ConformanceVectorTests.cases.filter {
    $0.json["disableCheck"]?.bool != true
  }

  @Test(
    "gives what Kubernetes gives",
    .disabled(if: cases.isEmpty, "conformance*.json is not there, see CONTRIBUTING.md"),
    arguments: cases)
  func answer(_ example: RecordedCase) throws {
    guard let recorded = example.json["kubernetes"],
      let expected = recorded.string == "agrees" ? example.json["expect"] : recorded
    else { return }
    switch example.outcome(.kubernetes) {
    case .value(let value):
      #expect(RecordedValue.matches(value, expected), "\(value) is not \(expected)")
    case .error(let phase, let text):
      #expect(expected["error"] != nil, "\(phase): \(text) is not \(expected)")
      let wantedPhase = expected["phase"] ?? example.json["kubernetesPhase"]
      if let wanted = wantedPhase?.string { #expect(phase == wanted, "\(text)") }
      if let wanted = expected["error"]?.string { #expect(text == wanted) }
    }
  }
}
