import KubernetesModel

/// Looks for a node where deleting pods of lower priority would make room.
package struct DefaultPreemption: PostFilterPlugin {
  /// `DefaultPreemptionArgs`.
  package struct Arguments: Sendable {
    package var minCandidateNodesPercentage: Int64 = 10
    package var minCandidateNodesAbsolute: Int64 = 100

    package init() {}
  }

  package let name: PluginName = "DefaultPreemption"
  private let arguments: Arguments

  package init(_ arguments: Arguments) { self.arguments = arguments }

  package func postFilter(
    _ pod: PodInfo, after outcome: FilterOutcome, profile: Profile, in cluster: ClusterState
  ) -> PostFilterResult {
    if let reason = ineligibility(of: pod, after: outcome, in: cluster) {
      return PostFilterResult(.unschedulable, "preemption: \(reason)")
    }
    guard cluster.nodes.count > 0 else {
      return PostFilterResult(.error, "preemption: no nodes available")
    }
    let nodes = cluster.nodes.ids.filter {
      outcome.diagnosis.rejection(of: $0)?.code == .unschedulable
    }
    var dryRun = PreemptionDryRun(for: pod, filters: outcome.filters, in: cluster)
    dryRun.run(on: nodes, atMost: candidateCount(among: nodes.count))
    if dryRun.candidates.isEmpty { return refusal(dryRun, nodeCount: cluster.nodes.count) }
    guard let best = dryRun.candidates.preferred else { return PostFilterResult(.unschedulable) }
    return PostFilterResult(
      .success, nomination: Nomination(node: best.node, victims: best.victims))
  }

  private func candidateCount(among nodes: Int) -> Int {
    let share = Int64(nodes) &* arguments.minCandidateNodesPercentage / 100
    return Int(min(max(share, arguments.minCandidateNodesAbsolute), Int64(nodes)))
  }

  private func refusal(_ dryRun: PreemptionDryRun, nodeCount: Int) -> PostFilterResult {
    if let failure = dryRun.failure { return PostFilterResult(.error, "preemption: \(failure)") }
    var diagnosis = Diagnosis(nodes: nodeCount)
    diagnosis.isExcluded = Array(repeating: true, count: nodeCount)
    diagnosis.absent = .unresolvable("Preemption is not helpful for scheduling")
    for (node, rejection) in dryRun.rejections { diagnosis.rejections[node.index] = rejection }
    let text = FitError(nodeCount: nodeCount, diagnosis).description
    return PostFilterResult(.unschedulable, "preemption: \(text)")
  }

  /// Why the pod may not preempt, nil when it may.
  private func ineligibility(
    of pod: PodInfo, after outcome: FilterOutcome, in cluster: ClusterState
  ) -> String? {
    if pod.pod.spec.preemptionPolicy == "Never" {
      return "not eligible due to preemptionPolicy=Never."
    }
    guard let node = cluster.nodes.id(of: pod.pod.status.nominatedNodeName),
      outcome.diagnosis.rejection(of: node)?.code != .unresolvable
    else { return nil }
    let isWaiting = cluster.nodes.pods[node.index].contains {
      $0.priority < pod.priority && $0.isTerminatingByPreemption
    }
    return isWaiting ? "not eligible due to a terminating pod on the nominated node." : nil
  }
}

extension PodInfo {
  /// Whether the scheduler itself is having it deleted.
  fileprivate var isTerminatingByPreemption: Bool {
    guard isTerminating else { return false }
    let target = pod.status.conditions.first { $0.type == "DisruptionTarget" }
    return target.map { $0.status == "True" && $0.reason == "PreemptionByScheduler" } ?? false
  }
}
