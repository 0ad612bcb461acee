import Findings
import Provenance
import Reporting
import TestSupport
import Testing

@Suite("Rules for readers")
struct RuleReporterTests {
  static let rules = [
    RuleDescription(
      name: "node-lost", title: "The node no longer answers", severity: "error",
      playbook: .terminating, about: "Pod", since: "0.1.0",
      says: "{node} has not answered for {silence}",
      why:
        "The kubelet renews a lease every ten seconds.\nWhen it stops, nobody knows what runs.\n\nForce only when it is gone.",
      explains: ["not-ready"],
      remedies: [
        Remedy(
          says: "see whether it runs", command: "kubectl describe node {node}", risk: .inspect),
        Remedy(says: "remove it", command: "kubectl delete node {node}", risk: .destructive),
      ], seeAlso: ["https://kubernetes.io/docs/concepts/architecture/nodes/"]),
    RuleDescription(
      name: "replicas-low", title: "One replica only", severity: "info", playbook: .notReady,
      about: "Deployment", since: "0.2.0", says: "{deployment} has one replica", why: "",
      isSwitchedOn: false),
  ]

  static let outcomes = [
    ExampleOutcome(
      rule: "node-lost", place: Place(file: "node-lost.yaml", mark: Mark(line: 40, column: 5)),
      expected: "nothing", found: [], hasPassed: true),
    ExampleOutcome(
      rule: "node-lost", place: Place(file: "node-lost.yaml", mark: Mark(line: 61, column: 5)),
      expected: "n1 has not answered for 5m", found: [], hasPassed: false),
  ]

  @Test("look as recorded", arguments: [ReportFormat.text, .json, .yaml, .name])
  func golden(_ format: ReportFormat) throws {
    let reporter = RuleReporter(format, layout: TextLayout(width: 80))
    let bytes =
      reporter.list(of: Self.rules) + reporter.explanation(of: Self.rules[0])
      + reporter.outcomes(Self.outcomes)
    try expectGolden(bytes, at: "Reports/rules.\(format.rawValue)")
  }
}
