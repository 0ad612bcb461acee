/// How NodeResourcesFit ranks nodes.
package struct ScoringStrategy: Sendable {
  /// The strategies that NodeResourcesFit knows.
  package enum Kind: Sendable {
    case leastAllocated
    case mostAllocated
    case requestedToCapacityRatio([UtilizationShapePoint])
  }

  package var kind = Kind.leastAllocated
  package var resources = [ResourceWeight("cpu"), ResourceWeight("memory")]

  package init() {}
}

/// One corner of the function from utilization (0...100) to score (0...10).
package struct UtilizationShapePoint: Hashable, Sendable {
  package var utilization: Int64
  package var score: Int64

  package init(utilization: Int64, score: Int64) {
    self.utilization = utilization
    self.score = score
  }
}

/// Scores a node by its resources and the pod's requests.
struct FitScorer: NodeScorer {
  var kind: ScoringStrategy.Kind
  var resources: [ScoredResource]

  func score(_ node: NodeID, in cluster: ClusterState) -> Int64 {
    var sum: Int64 = 0
    var weights: Int64 = 0
    for resource in resources {
      let (allocatable, used) = resource.amountsWithDevices(on: node.index, in: cluster)
      if allocatable == 0 { continue }
      let score = score(used &+ resource.request, of: allocatable)
      if isRatio && score <= 0 { continue }
      sum &+= score &* resource.weight
      weights &+= resource.weight
    }
    guard weights != 0 else { return 0 }
    return isRatio ? Int64(saturating: (Double(sum) / Double(weights)).rounded()) : sum / weights
  }

  private var isRatio: Bool {
    if case .requestedToCapacityRatio = kind { true } else { false }
  }

  private func score(_ requested: Int64, of allocatable: Int64) -> Int64 {
    switch kind {
    case .leastAllocated:
      requested > allocatable ? 0 : share(allocatable &- requested, of: allocatable)
    case .mostAllocated:
      share(min(requested, allocatable), of: allocatable)
    case .requestedToCapacityRatio(let shape):
      shape.score(
        at: requested > allocatable ? maxNodeScore : share(requested, of: allocatable))
    }
  }

  private func share(_ amount: Int64, of whole: Int64) -> Int64 {
    (amount &* maxNodeScore).dividedReportingOverflow(by: whole).partialValue
  }
}

extension [UtilizationShapePoint] {
  /// The broken line through the points, constant outside of them; scores are brought to 0...100.
  fileprivate func score(at utilization: Int64) -> Int64 {
    for (index, point) in enumerated() where utilization <= point.utilization {
      guard index > 0 else { return point.score &* 10 }
      let previous = self[index - 1]
      let rise = (point.score &- previous.score) &* 10 &* (utilization &- previous.utilization)
      let run = point.utilization &- previous.utilization
      return previous.score &* 10 &+ rise.dividedReportingOverflow(by: run).partialValue
    }
    return (last?.score ?? 0) &* 10
  }
}
