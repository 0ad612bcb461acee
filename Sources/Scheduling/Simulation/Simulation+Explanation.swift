extension Simulation {
  /// Says what every plugin thinks of `pod` on every node as the cluster is now; nil when no profile
  /// is meant for the pod.
  package func explanation(of pod: PodInfo) -> PlacementExplanation? {
    guard let profile = profile(of: pod) else { return nil }
    return PlacementExplainer(of: pod, profile: profile, in: cluster).explanation()
  }

  /// Decides about all pending pods, and explains those that `isWanted` picks just before each is decided.
  package mutating func run(
    detail: Detail = .everything, explaining isWanted: (PodInfo) -> Bool
  ) -> (report: SimulationReport, explanations: [String: PlacementExplanation]) {
    var explanations: [String: PlacementExplanation] = [:]
    let report = run(detail: detail) { simulation, pod in
      if isWanted(pod) { explanations[pod.key] = simulation.explanation(of: pod) }
    }
    return (report, explanations)
  }
}
