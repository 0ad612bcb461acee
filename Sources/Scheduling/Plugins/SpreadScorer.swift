#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Prefers nodes whose domains hold few of the pods to spread.
struct SpreadScorer: NodeScorer {
  private let geometry: SpreadGeometry
  /// Per constraint: pods by domain, or by node where the key is the host name.
  private var counts: [[Int64]]
  private var weights: [Double] = []
  private var isIgnored: [Bool] = []

  init(_ geometry: SpreadGeometry, in cluster: ClusterState) {
    self.geometry = geometry
    counts = geometry.constraints.indices.map { index in
      let constraint = geometry.constraints[index]
      let domains = geometry.topologies[index].domains
      let size = constraint.isHostname ? domains.count : geometry.topologies[index].count
      var counts = Array(repeating: Int64(0), count: size)
      constraint.forEachPod(of: geometry.pod, in: cluster) { node in
        guard let slot = geometry.slot(of: node.index, for: index) else { return }
        counts[slot] &+= 1
      }
      return counts
    }
  }

  var scope: VerdictScope { .cluster }
  var normalization: ScoreNormalization { .own }

  mutating func focus(on feasible: [NodeID], in cluster: ClusterState) {
    isIgnored = geometry.hasAllKeys.map { geometry.requiresAllKeys && !$0 }
    let counted = feasible.filter { !isIgnored[$0.index] }
    weights = geometry.constraints.indices.map { index in
      let size =
        geometry.constraints[index].isHostname
        ? counted.count : domainCount(of: counted, in: geometry.topologies[index])
      return log(Double(size + 2))
    }
  }

  /// Nodes without the key count as one more domain.
  private func domainCount(of nodes: [NodeID], in topology: Topology) -> Int {
    var isSeen = Array(repeating: false, count: topology.count + 1)
    var count = 0
    for node in nodes {
      let domain = Int(topology.domains[node.index]) + 1
      if !isSeen[domain] {
        isSeen[domain] = true
        count += 1
      }
    }
    return count
  }

  func score(_ node: NodeID, in cluster: ClusterState) -> Int64 {
    if isIgnored[node.index] { return 0 }
    var score = 0.0
    for (index, constraint) in geometry.constraints.enumerated() {
      let domain = geometry.topologies[index].domains[node.index]
      guard domain >= 0 else { continue }
      let count = counts[index][constraint.isHostname ? node.index : Int(domain)]
      score += Double(count) * weights[index] + Double(constraint.maxSkew - 1)
    }
    return Int64(saturating: score.rounded())
  }

  func scores(of nodes: [NodeID], in cluster: ClusterState) -> [Int64] {
    var sums = Array(repeating: 0.0, count: nodes.count)
    for (index, constraint) in geometry.constraints.enumerated() {
      let (domains, counts) = (geometry.topologies[index].domains, counts[index])
      let (weight, skew) = (weights[index], Double(constraint.maxSkew - 1))
      for place in nodes.indices {
        let node = nodes[place].index
        let domain = Int(domains[node])
        guard domain >= 0 else { continue }
        let count = counts[constraint.isHostname ? node : domain]
        sums[place] += Double(count) * weight + skew
      }
    }
    return nodes.indices.map { place in
      isIgnored[nodes[place].index] ? 0 : Int64(saturating: sums[place].rounded())
    }
  }

  func normalize(_ scores: inout [Int64], of nodes: [NodeID], in cluster: ClusterState) {
    var least = Int64.max
    var greatest: Int64 = 0
    for (index, node) in nodes.enumerated() where !isIgnored[node.index] {
      least = min(least, scores[index])
      greatest = max(greatest, scores[index])
    }
    // Most nodes score alike, so that the last answer often serves again.
    var (last, normalized) = (greatest, Int64(0))
    if greatest > 0 { normalized = maxNodeScore &* least / greatest }
    for (index, node) in nodes.enumerated() {
      if isIgnored[node.index] {
        scores[index] = 0
      } else if greatest == 0 {
        scores[index] = maxNodeScore
      } else {
        if scores[index] != last {
          last = scores[index]
          normalized = maxNodeScore &* (greatest &+ least &- last) / greatest
        }
        scores[index] = normalized
      }
    }
  }

  mutating func observe(_ change: Change, in cluster: ClusterState) -> Bool {
    for (index, constraint) in geometry.constraints.enumerated()
    where constraint.counts(change.pod, for: geometry.pod) {
      guard let slot = geometry.slot(of: change.node.index, for: index) else { continue }
      counts[index][slot] &+= change.kind == .added ? 1 : -1
    }
    return true
  }
}

extension SpreadGeometry {
  /// Where the pods of a node are counted for a constraint: kube-scheduler counts those of the
  /// node itself, whether or not policies let the node count for others.
  fileprivate func slot(of node: Int, for constraint: Int) -> Int? {
    if constraints[constraint].isHostname { return node }
    let domain = topologies[constraint].domains[node]
    return domain >= 0 && isCounted[constraint][node] ? Int(domain) : nil
  }
}
