import KubernetesModel
import Scheduling
import YAML

/// A cluster written in YAML, and what the scheduler decides about its pending pods.
struct SimulatedCluster {
  private let cluster: ClusterState
  private let outcomes: [PodOutcome]

  init(_ manifests: [String], configuration: SchedulerConfiguration = SchedulerConfiguration()) {
    var builder = ClusterSnapshot.Builder()
    for manifest in manifests {
      for document in DocumentReader().read(manifest, file: "cluster.yaml").documents {
        builder.add(document.root)
      }
    }
    var simulation = Simulation(of: builder.build(), configuration: configuration)
    outcomes = simulation.queue().map { simulation.schedule($0, detail: .everything) }
    cluster = simulation.cluster
  }

  /// Each pod in queue order: `pod on node`, or how it failed and what was said.
  var decisions: [String] {
    outcomes.map { outcome in
      let pod = outcome.pod.name
      if let node = outcome.node { return "\(pod) on \(cluster.nodes.name(of: node))" }
      return "\(pod) \(outcome.kind.rawValue): \(outcome.message)"
    }
  }

  /// What one plugin's weighted scores of one pod are, by node.
  func scores(of pod: String, by plugin: PluginName) -> [String: Int64] {
    guard let outcome = outcomes.first(where: { $0.pod.name == pod }),
      let scores = outcome.scores.first(where: { $0.plugin == plugin })?.scores
    else { return [:] }
    let names = outcome.feasible.map { cluster.nodes.name(of: $0) }
    return Dictionary(uniqueKeysWithValues: zip(names, scores))
  }
}

/// Manifests that many cases share.
enum Manifest {
  static func node(_ name: String, labels: String = "", allocatable: String = "") -> String {
    """
    ---
    {apiVersion: v1, kind: Node, metadata: {name: \(name), labels: {\(labels)}}, status:
      {allocatable: {cpu: "8", memory: 8Gi, pods: "50"\(allocatable)}}}
    """
  }

  /// A pending pod; `spec` is added to its spec, such as `, volumes: [...]`.
  static func pod(_ name: String, _ spec: String, status: String = "") -> String {
    """
    ---
    {apiVersion: v1, kind: Pod, metadata: {name: \(name), namespace: default, uid: \(name)-uid},
     spec: {schedulerName: default-scheduler, containers: [{name: c, image: i}]\(spec)},
     status: {phase: Pending\(status)}}
    """
  }

  /// A running pod.
  static func running(_ name: String, on node: String, _ spec: String = "") -> String {
    """
    ---
    {apiVersion: v1, kind: Pod, metadata: {name: \(name), namespace: default, uid: \(name)-uid},
     spec: {nodeName: \(node), schedulerName: default-scheduler,
            containers: [{name: c, image: i}]\(spec)},
     status: {phase: Running}}
    """
  }
}
