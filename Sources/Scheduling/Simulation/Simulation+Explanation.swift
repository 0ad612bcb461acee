import KubernetesModel

/// How much an explanation tells.
package enum ExplanationDepth: Sendable {
  /// What every plugin says of every node.
  case refusals
  /// Also which smallest changes would let the pod fit, each simulated.
  case counterfactuals
}

extension Simulation {
  /// Says what every plugin thinks of `pod` on every node as the cluster is now; nil when no profile
  /// is meant for the pod.
  package func explanation(
    of pod: PodInfo, _ depth: ExplanationDepth = .counterfactuals
  ) -> PlacementExplanation? {
    guard let profile = profile(of: pod) else { return nil }
    var explanation = PlacementExplainer(of: pod, profile: profile, in: cluster).explanation()
    if !pod.pod.spec.schedulingGates.isEmpty {
      explanation.addRemovalOfGates()
    } else if depth == .counterfactuals, explanation.feasible.isEmpty {
      explanation.counterfactuals =
        CounterfactualSearch(for: explanation, profile: profile, in: cluster).counterfactuals()
    }
    return explanation
  }

  /// Decides about all pending pods, and explains those that `isWanted` picks just before each is decided.
  package mutating func run(
    detail: Detail = .everything, explaining isWanted: (PodInfo) -> Bool
  ) -> (report: SimulationReport, explanations: [String: PlacementExplanation]) {
    var explanations: [String: PlacementExplanation] = [:]
    let report = run(detail: detail) { simulation, pod in
      if isWanted(pod) { explanations[pod.key] = simulation.explanation(of: pod) }
    }
    for outcome in report.pods where explanations[outcome.pod.key] != nil {
      let recorded = RecordedVerdict(of: outcome, in: cluster)
      explanations[outcome.pod.key]?.recorded = recorded
    }
    return (report, explanations)
  }
}

extension PlacementExplanation {
  /// A gated pod whose nodes fit lacks nothing but the removal of its gates.
  fileprivate mutating func addRemovalOfGates() {
    guard !feasible.isEmpty else { return }
    let names = feasible.map { node in nodes[node.index].name }
    counterfactuals = [
      Counterfactual(
        changes: [.gatesRemoved], unlocks: names,
        evidence: [FieldReference(pod.reference, "spec.schedulingGates")])
    ]
  }
}
