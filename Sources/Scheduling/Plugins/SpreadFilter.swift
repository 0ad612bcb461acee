/// Turns nodes away whose domain holds too many of the pods to spread already.
struct SpreadFilter: NodeFilter {
  private static let notMatched = Rejection.unschedulable(
    "node(s) didn't match pod topology spread constraints")
  private static let keyMissing = Rejection.unresolvable(
    "node(s) didn't match pod topology spread constraints (missing required label)")

  private let geometry: SpreadGeometry
  /// Per constraint: whether the pod itself is one of the pods to spread.
  private let selfMatches: [Int64]
  private var counts: [DomainCounts]

  init(_ geometry: SpreadGeometry, in cluster: ClusterState) {
    self.geometry = geometry
    selfMatches = geometry.constraints.map { $0.selector.matches(geometry.pod.labels) ? 1 : 0 }
    counts = geometry.constraints.indices.map { index in
      var counts = DomainCounts(domains: geometry.topologies[index].count)
      let (constraint, domains) = (geometry.constraints[index], geometry.topologies[index].domains)
      for node in domains.indices where geometry.isCounted[index][node] {
        counts.register(Int(domains[node]), adding: 0)
      }
      constraint.forEachPod(of: geometry.pod, in: cluster) { node in
        guard geometry.isCounted[index][node.index] else { return }
        counts.register(Int(domains[node.index]), adding: 1)
      }
      counts.settle()
      return counts
    }
  }

  var scope: VerdictScope { .cluster }

  func rejection(on node: NodeID, in cluster: ClusterState) -> Rejection? {
    for (index, constraint) in geometry.constraints.enumerated() {
      let domain = Int(geometry.topologies[index].domains[node.index])
      guard domain >= 0 else { return Self.keyMissing }
      let least = counts[index].least(minDomains: constraint.minDomains)
      let skew = counts[index].counts[domain] &+ selfMatches[index] &- least
      if skew > constraint.maxSkew { return Self.notMatched }
    }
    return nil
  }

  func reject(_ candidates: inout Candidates, in cluster: ClusterState) {
    let (tooMany, missing) =
      (candidates.number(of: Self.notMatched), candidates.number(of: Self.keyMissing))
    for (index, constraint) in geometry.constraints.enumerated() {
      let domains = geometry.topologies[index].domains
      let counts = counts[index].counts
      let least = self.counts[index].least(minDomains: constraint.minDomains)
      let most = constraint.maxSkew &+ least &- selfMatches[index]
      for node in domains.indices where candidates.remains(node) {
        let domain = Int(domains[node])
        if domain < 0 {
          candidates.reject(node, as: missing)
        } else if counts[domain] > most {
          candidates.reject(node, as: tooMany)
        }
      }
    }
  }

  mutating func podAdded(_ pod: PodInfo, to node: NodeID, in cluster: ClusterState) {
    update(pod, on: node, 1)
  }

  mutating func podRemoved(_ pod: PodInfo, from node: NodeID, in cluster: ClusterState) {
    update(pod, on: node, -1)
  }

  /// kube-scheduler counts terminating pods and empty selectors here, unlike in PreFilter.
  private mutating func update(_ other: PodInfo, on node: NodeID, _ amount: Int64) {
    guard other.namespace == geometry.pod.namespace else { return }
    for (index, constraint) in geometry.constraints.enumerated()
    where geometry.isCounted[index][node.index] && constraint.selector.matches(other.labels) {
      counts[index].update(Int(geometry.topologies[index].domains[node.index]), adding: amount)
    }
  }

  mutating func observe(_ change: Change, in cluster: ClusterState) -> Bool {
    for (index, constraint) in geometry.constraints.enumerated()
    where geometry.isCounted[index][change.node.index]
      && constraint.counts(change.pod, for: geometry.pod)
    {
      let domain = Int(geometry.topologies[index].domains[change.node.index])
      counts[index].register(domain, adding: change.kind == .added ? 1 : -1)
      counts[index].settle()
    }
    return true
  }
}

/// How many pods to spread each domain holds, and which two domains hold the fewest.
private struct DomainCounts: Sendable {
  private struct Critical: Sendable {
    var domain = -1
    var count = Int64(Int32.max)
  }

  private(set) var counts: [Int64]
  private var isRegistered: [Bool]
  private var registeredCount = 0
  /// kube-scheduler keeps only the two least, so that after many updates it may miss the least.
  private var critical = (Critical(), Critical())

  init(domains: Int) {
    counts = Array(repeating: 0, count: domains)
    isRegistered = Array(repeating: false, count: domains)
  }

  mutating func register(_ domain: Int, adding amount: Int64) {
    if !isRegistered[domain] {
      isRegistered[domain] = true
      registeredCount += 1
    }
    counts[domain] &+= amount
  }

  mutating func settle() {
    critical = (Critical(), Critical())
    for domain in counts.indices where isRegistered[domain] { note(domain) }
  }

  mutating func update(_ domain: Int, adding amount: Int64) {
    register(domain, adding: amount)
    note(domain)
  }

  private mutating func note(_ domain: Int) {
    let count = counts[domain]
    if domain == critical.0.domain {
      critical.0.count = count
    } else if domain == critical.1.domain {
      critical.1.count = count
    } else if count < critical.0.count {
      critical = (Critical(domain: domain, count: count), critical.0)
      return
    } else if count < critical.1.count {
      critical.1 = Critical(domain: domain, count: count)
      return
    } else {
      return
    }
    if critical.0.count > critical.1.count { swap(&critical.0, &critical.1) }
  }

  /// The global minimum, zero when there are fewer domains than asked for.
  func least(minDomains: Int64) -> Int64 {
    Int64(registeredCount) < minDomains ? 0 : critical.0.count
  }
}
