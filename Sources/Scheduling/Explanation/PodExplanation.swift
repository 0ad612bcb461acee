/// All that keeps a pod off each node, not only what kube-scheduler meets first.
package struct PodExplanation: Sendable {
  /// What is in the way on one node.
  package struct OnNode: Sendable {
    package var node: NodeID
    /// Of every Filter plugin that refuses the node, in the profile's order.
    package var rejections: [Rejection]
    /// In numbers, what NodeResourcesFit means by "Insufficient".
    package var shortages: [ResourceShortage]
  }

  /// Nodes on which the same plugins say the same.
  package struct Group: Sendable {
    package var nodes: [NodeID]
    package var rejections: [Rejection]
  }

  /// What turns the pod away before any node is looked at, of every PreFilter plugin.
  package private(set) var preFilter: [Rejection] = []
  package private(set) var nodes: [OnNode]

  /// Asks every plugin of `profile` about every node.
  package init(of pod: PodInfo, profile: Profile, in cluster: ClusterState) {
    var filters: [PreparedFilter] = []
    var only: [(plugin: PluginName, names: Set<String>)] = []
    for plugin in profile.preFilters {
      do {
        guard case .filter(let filter, let names) = try plugin.prepare(pod, in: cluster) else {
          continue
        }
        filters.append(PreparedFilter(plugin: plugin.name, filter: filter))
        if let names { only.append((plugin.name, names)) }
      } catch {
        preFilter.append(error.by(plugin.name))
      }
    }
    let order = profile.filters.map(\.name)
    let ordered = order.compactMap { name in filters.first { $0.plugin == name } }
    nodes = cluster.nodes.ids.map { node in
      var rejections = ordered.compactMap {
        $0.filter.rejection(on: node, in: cluster)?.by($0.plugin)
      }
      for (plugin, names) in only where !names.contains(cluster.nodes.name(of: node)) {
        if rejections.contains(where: { $0.plugin == plugin }) { continue }
        rejections.append(.unresolvable("node(s) didn't satisfy plugin \(plugin)").by(plugin))
      }
      return OnNode(
        node: node, rejections: rejections, shortages: cluster.shortages(of: pod, on: node))
    }
  }

  /// The nodes by what is said about them, the largest group first.
  package var groups: [Group] {
    var places: [[Rejection]: Int] = [:]
    var groups: [Group] = []
    for entry in nodes {
      if let place = places[entry.rejections] {
        groups[place].nodes.append(entry.node)
      } else {
        places[entry.rejections] = groups.count
        groups.append(Group(nodes: [entry.node], rejections: entry.rejections))
      }
    }
    return groups.enumerated().sorted {
      ($1.element.nodes.count, $0.offset) < ($0.element.nodes.count, $1.offset)
    }.map(\.element)
  }
}
