/// Prefers nodes where the pod brings the use of different resources closer together.
package struct NodeResourcesBalancedAllocation: ScorePlugin {
  /// `NodeResourcesBalancedAllocationArgs`.
  package struct Arguments: Sendable {
    package var resources = [ResourceWeight("cpu"), ResourceWeight("memory")]

    package init() {}
  }

  package let name: PluginName = "NodeResourcesBalancedAllocation"
  private let arguments: Arguments

  package init(_ arguments: Arguments) { self.arguments = arguments }

  package func prepareScore(
    _ pod: PodInfo, on feasible: [NodeID], filters: [PreparedFilter], in cluster: ClusterState
  ) -> (any NodeScorer)? {
    let resources = arguments.resources.map {
      ScoredResource($0, of: pod, countsDefaults: false, symbols: cluster.symbols)
    }
    // kube-scheduler leaves out pods that ask for nothing, lest they all go to one node.
    guard resources.contains(where: { $0.request != 0 }) else { return nil }
    return BalanceScorer(resources: resources)
  }
}

private struct BalanceScorer: NodeScorer {
  var resources: [ScoredResource]

  func score(_ node: NodeID, in cluster: ClusterState) -> Int64 {
    let with = balance(on: node.index, in: cluster, withPod: true)
    let without = balance(on: node.index, in: cluster, withPod: false)
    return maxNodeScore / 2 + (maxNodeScore / 2 + with - without) / 2
  }

  /// 100 when all resources are used to the same share, less the more they differ.
  private func balance(on node: Int, in cluster: ClusterState, withPod: Bool) -> Int64 {
    var fractions: [Double] = []
    if resources.count == 2 {
      let first = fraction(resources[0], on: node, in: cluster, withPod: withPod)
      let second = fraction(resources[1], on: node, in: cluster, withPod: withPod)
      guard let first, let second else { return maxNodeScore }
      return score(deviation: abs((first - second) / 2))
    }
    for resource in resources {
      if let fraction = fraction(resource, on: node, in: cluster, withPod: withPod) {
        fractions.append(fraction)
      }
    }
    return score(deviation: deviation(of: fractions))
  }

  private func score(deviation: Double) -> Int64 {
    Int64(saturating: (1 - deviation) * Double(maxNodeScore))
  }

  private func fraction(
    _ resource: ScoredResource, on node: Int, in cluster: ClusterState, withPod: Bool
  ) -> Double? {
    let (allocatable, used) = resource.amountsWithDevices(on: node, in: cluster)
    guard allocatable != 0 else { return nil }
    let requested = withPod ? used &+ resource.request : used
    return min(Double(requested) / Double(allocatable), 1)
  }

  private func deviation(of fractions: [Double]) -> Double {
    if fractions.count == 2 { return abs((fractions[0] - fractions[1]) / 2) }
    guard fractions.count > 2 else { return 0 }
    let mean = fractions.reduce(0, +) / Double(fractions.count)
    var sum = 0.0
    for fraction in fractions { sum += (fraction - mean) * (fraction - mean) }
    return (sum / Double(fractions.count)).squareRoot()
  }
}
