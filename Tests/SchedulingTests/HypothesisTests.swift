import Findings
import KubernetesModel
import Provenance
import Scheduling
import Testing

@Suite("Hypotheses")
struct HypothesisTests {
  static let manifests = [
    Manifest.node("a.example.com").replacing(
      ", status:", with: ", spec: {unschedulable: true}, status:"),
    Manifest.pod("p", ""),
  ]

  static let assignments: [(String, String)] = [
    ("a.example.com.spec.unschedulable=false", "a.example.com"),
    ("node/a.example.com.spec.unschedulable=false", "a.example.com"),
    ("pod/p.spec.tolerations=[{operator: Exists}]", "a.example.com"),
    ("pod/default/p.spec.tolerations=[{operator: Exists}]", "a.example.com"),
    ("a.example.com.spec.unschedulable=true", "unschedulable"),
    ("a.example.com.spec.unschedulable=[]", "refused"),
    ("a.example.com.spec.unschedulablee=false", "refused"),
    ("b.spec.unschedulable=false", "refused"), ("a.example.com", "refused"),
  ]

  @Test("a field of a node or pod can be imagined otherwise", arguments: assignments)
  func assignment(_ text: String, _ result: String) {
    var snapshot = ExplainedCluster.snapshot(Self.manifests)
    var hypothesis = Hypothesis()
    hypothesis.assignments = [text]
    do {
      try hypothesis.apply(to: &snapshot)
    } catch {
      #expect(result == "refused", "\(error)")
      return
    }
    var simulation = Simulation(of: snapshot)
    let report = simulation.run()
    let outcome = report.pods.first
    let node = outcome?.node.map(report.cluster.nodes.name)
    #expect((node ?? outcome?.kind.rawValue) == result)
  }

  @Test("added nodes are empty but for daemons")
  func addedNodes() throws {
    let daemon = Manifest.running("d", on: "a", ExplanationTests.requests("7", "1Gi")).replacing(
      "uid: d-uid",
      with: "uid: d-uid, ownerReferences: [{kind: DaemonSet, name: d, controller: true}]")
    var snapshot = ExplainedCluster.snapshot([
      Manifest.node("a"), daemon,
      Manifest.running("r", on: "a", ExplanationTests.requests("1", "1Gi")),
      Manifest.pod("p", ExplanationTests.requests("1", "1Gi")),
      Manifest.pod("q", ExplanationTests.requests("1", "1Gi")),
      Manifest.pod("z", ExplanationTests.requests("1", "1Gi")),
    ])
    var hypothesis = Hypothesis()
    hypothesis.addedNodes = (2, like: "a")
    try hypothesis.apply(to: &snapshot)
    var simulation = Simulation(of: snapshot)
    let report = simulation.run()
    #expect(
      report.pods.map { $0.node.map(report.cluster.nodes.name) } == ["a-more-1", "a-more-2", nil])
  }

  @Test("independent pods do not compete")
  func independent() {
    let snapshot = ExplainedCluster.snapshot([
      Manifest.node("a"), Manifest.pod("p", ExplanationTests.requests("6", "1Gi")),
      Manifest.pod("q", ExplanationTests.requests("6", "1Gi")),
    ])
    var simulation = Simulation(of: snapshot)
    simulation.order = .independent
    #expect(simulation.run().pods.map(\.kind) == [.scheduled, .scheduled])
  }

  /// A part of a pod's spec, and the complaint.
  static let faults: [(String, String)] = [
    (ExplanationTests.requests("\"-1\"", "1Gi"), "spec.containers[0].resources.requests[cpu]"),
    (ExplanationTests.affinity("a, operator: Near"), "operator"),
    (", tolerations: [{key: a, operator: Maybe}]", "spec.tolerations[0].operator"),
    (
      ExplanationTests.spread.replacing("topologyKey: zone", with: "topologyKey: \"\""),
      "spec.topologySpreadConstraints[0].topologyKey"
    ),
    (
      ExplanationTests.antiAffinity.replacing("kubernetes.io/hostname", with: "\"\""), "topologyKey"
    ),
  ]

  @Test("what the API server would refuse is told with its place and left out", arguments: faults)
  func fault(_ spec: String, _ field: String) throws {
    let audit = InputAudit(
      of: ExplainedCluster.snapshot([Manifest.node("a"), Manifest.pod("p", spec)]))
    let problem = try #require(audit.problems.first)
    #expect(problem.field.hasSuffix(field))
    #expect(problem.place.file == "cluster.yaml")
    #expect(audit.snapshot.pods.isEmpty)
  }
}
