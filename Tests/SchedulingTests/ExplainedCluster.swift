import KubernetesModel
import Scheduling
import YAML

/// A cluster written in YAML, with explanations of what the scheduler decides.
struct ExplainedCluster {
  let expanded: ExpandedSnapshot
  private let report: SimulationReport
  private let explanations: [String: PlacementExplanation]

  init(_ manifests: [String]) {
    expanded = WorkloadExpansion(of: Self.snapshot(manifests)).expanded()
    var simulation = Simulation(of: expanded.snapshot)
    (report, explanations) = simulation.run { _ in true }
  }

  static func snapshot(_ manifests: [String]) -> ClusterSnapshot {
    var builder = ClusterSnapshot.Builder()
    for manifest in manifests {
      // Cases that give containers of their own do so instead of the plain one.
      let text = manifest.replacing(
        "containers: [{name: c, image: i}], containers:", with: "containers:")
      for document in DocumentReader().read(text, file: "cluster.yaml").documents {
        builder.add(document.root)
      }
    }
    return builder.build()
  }

  /// The explanation of the pod called `name` in the namespace `default`.
  func explanation(of name: String) -> PlacementExplanation? { explanations["default/\(name)"] }

  /// `node, node: clause; clause` for each group, after what is said of the whole pod.
  func verdicts(on name: String) -> [String] {
    guard let explanation = explanation(of: name) else { return [] }
    let whole = VerdictSummary(ofPodRefusals: explanation.podRefusals).clauses
    return whole
      + explanation.groups.map { group in
        let nodes = group.nodes.map(report.cluster.nodes.name).joined(separator: ", ")
        let clauses = VerdictSummary(of: group, in: explanation).clauses
        return "\(nodes): \(clauses.joined(separator: "; "))"
      }
  }

  /// `change and change -> node, node` for each counterfactual.
  func remedies(for name: String) -> [String] {
    (explanation(of: name)?.counterfactuals ?? []).map { found in
      found.changes.map(\.description).joined(separator: " and ") + " -> "
        + found.unlocks.joined(separator: ", ")
    }
  }

  /// Each pending pod in queue order and where it goes.
  var decisions: [String] {
    report.pods.map { outcome in
      "\(outcome.pod.name) \(outcome.node.map(report.cluster.nodes.name) ?? outcome.kind.rawValue)"
    }
  }
}
