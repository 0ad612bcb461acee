import KubernetesModel
import Scheduling
import Testing
import YAML

@Suite("Pods are found by their labels")
struct CompanyTests {
  private static let host = "kubernetes.io/hostname"

  /// A pod that wants to be where a pod of `app` is.
  private static func seeker(of app: String) -> String {
    Manifest.pod(
      "seeker",
      """
      , affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [
        {labelSelector: {matchLabels: {app: \(app)}}, topologyKey: \(host)}]}}
      """)
  }

  private static func labelled(_ manifest: String, _ app: String) -> String {
    manifest.replacing("namespace: default,", with: "namespace: default, labels: {app: \(app)},")
  }

  private func simulation(seeking app: String) -> Simulation {
    let manifests = [
      Manifest.node("a", labels: "\(Self.host): a"), Manifest.node("b", labels: "\(Self.host): b"),
      Self.labelled(Manifest.running("web", on: "b"), "web"),
      Self.labelled(Manifest.pod("db", ", nodeSelector: {\(Self.host): a}"), "db"),
      Self.seeker(of: app),
    ]
    var builder = ClusterSnapshot.Builder()
    for document in DocumentReader().read(manifests.joined(separator: "\n"), file: "c.yaml")
      .documents
    {
      builder.add(document.root)
    }
    return Simulation(of: builder.build())
  }

  private func node(of seeker: PodInfo, in simulation: Simulation) -> String? {
    simulation.decision(about: seeker.pod).node.map(simulation.cluster.nodes.name)
  }

  /// Where a pod that seeks an app goes before and after that of `db` came and that of `web` left.
  private static let seekers: [(app: String, before: String?, after: String?)] = [
    ("web", "b", nil), ("db", nil, "a"), ("none", nil, nil),
  ]

  @Test(
    "after they came, until they go, and whether or not someone asked before",
    arguments: seekers, [true, false])
  func comingAndGoing(
    _ sought: (app: String, before: String?, after: String?), asksBefore: Bool
  ) throws {
    var simulation = simulation(seeking: sought.app)
    let pods = simulation.queue()
    let seeker = try #require(pods.first { $0.name == "seeker" })
    let database = try #require(pods.first { $0.name == "db" })
    if asksBefore { #expect(node(of: seeker, in: simulation) == sought.before) }
    let untouched = simulation
    #expect(simulation.schedule(database, detail: .decisions).node == NodeID(index: 0))
    let web = try #require(simulation.cluster.nodes.pods[1].first)
    simulation.remove(web, from: NodeID(index: 1))
    #expect(node(of: seeker, in: simulation) == sought.after)
    #expect(node(of: seeker, in: untouched) == sought.before)
  }
}
