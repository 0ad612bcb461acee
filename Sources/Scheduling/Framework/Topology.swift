/// How one label key divides the nodes into domains.
package final class Topology: Sendable {
  package let key: Symbol
  /// The domain of each node, numbered from zero in the order of the nodes; -1 without the label.
  package let domains: [Int32]
  package let count: Int

  package init(_ key: Symbol, of nodes: NodeTable) {
    self.key = key
    var numbers: [Symbol: Int32] = [:]
    domains = nodes.labels.map { labels in
      guard let value = labels[key] else { return -1 }
      let number = numbers[value] ?? Int32(numbers.count)
      numbers[value] = number
      return number
    }
    count = numbers.count
  }
}

/// Sums by topology domain, for a few label keys: kube-scheduler's maps from (key, value) to count.
struct TopologySums: Sendable {
  private struct Column: Sendable {
    let topology: Topology
    var sums: [Int64]
  }

  private var columns: [Column] = []
  /// How many domains have a sum other than zero.
  private(set) var nonZeroCount = 0

  var isEmpty: Bool { nonZeroCount == 0 }

  /// Adds to the domain of `node`; nothing happens when the node lacks the label.
  mutating func add(_ amount: Int64, to key: Symbol, of node: NodeID, in cluster: ClusterState) {
    let index = column(of: key, in: cluster)
    let domain = columns[index].topology.domains[node.index]
    guard domain >= 0 else { return }
    let before = columns[index].sums[Int(domain)]
    let after = before &+ amount
    columns[index].sums[Int(domain)] = after
    nonZeroCount += (after == 0 ? 0 : 1) - (before == 0 ? 0 : 1)
  }

  private mutating func column(of key: Symbol, in cluster: ClusterState) -> Int {
    if let index = columns.firstIndex(where: { $0.topology.key == key }) { return index }
    let topology = cluster.topology(of: key)
    columns.append(Column(topology: topology, sums: Array(repeating: 0, count: topology.count)))
    return columns.count - 1
  }

  /// The sum in the domain of `node`; nil when the node lacks the label.
  func sum(of key: Symbol, at node: NodeID, in cluster: ClusterState) -> Int64? {
    guard let column = columns.first(where: { $0.topology.key == key }) else {
      return cluster.nodes.labels[node.index][key] == nil ? nil : 0
    }
    let domain = column.topology.domains[node.index]
    return domain < 0 ? nil : column.sums[Int(domain)]
  }

  /// Whether some key of the node has a positive sum.
  func isPositive(at node: NodeID) -> Bool {
    for column in columns {
      let domain = column.topology.domains[node.index]
      if domain >= 0 && column.sums[Int(domain)] > 0 { return true }
    }
    return false
  }

  /// The sums of all keys together, for many nodes.
  func totals(at nodes: [NodeID]) -> [Int64] {
    var totals = Array(repeating: Int64(0), count: nodes.count)
    for column in columns {
      let (domains, sums) = (column.topology.domains, column.sums)
      for index in nodes.indices {
        let domain = Int(domains[nodes[index].index])
        if domain >= 0 { totals[index] &+= sums[domain] }
      }
    }
    return totals
  }

  /// The sums of all keys of the node together.
  func total(at node: NodeID) -> Int64 {
    var total: Int64 = 0
    for column in columns {
      let domain = column.topology.domains[node.index]
      if domain >= 0 { total &+= column.sums[Int(domain)] }
    }
    return total
  }
}
