import KubernetesModel

extension PersistentVolume {
  /// Which nodes can reach the volume, in the terms of the CSI driver that serves it on `node`.
  func nodeAffinity(seenFrom node: CSINode?) -> NodeSelector? {
    let affinity = spec.nodeAffinity?.required
    guard let kind = MigratedVolume(self), kind.isListed(on: node), let label = kind.zoneLabel
    else { return affinity }
    return translated(affinity ?? NodeSelector(), to: label, wasNil: affinity == nil)
  }

  /// Zones are asked for under the driver's label; those of the volume's own labels are added when
  /// its affinity names none.
  private func translated(
    _ affinity: NodeSelector, to label: String, wasNil: Bool
  ) -> NodeSelector? {
    let names = TopologyLabels(of: affinity, else: metadata.labels)
    var selector = affinity
    if affinity.names(names.zone) {
      selector.rename(names.zone, to: label)
    } else if let zones = metadata.labels[names.zone]?.zones, !zones.isEmpty {
      selector.requireEverywhere(label, in: zones)
    }
    if names.isBeta { selector.rename(names.region, to: TopologyLabels.current.region) }
    return wasNil && selector.nodeSelectorTerms.isEmpty ? nil : selector
  }
}

/// The labels of zone and region, in their current or their beta form.
private struct TopologyLabels {
  let zone: String
  let region: String
  let isBeta: Bool

  static let current = TopologyLabels(
    zone: "topology.kubernetes.io/zone", region: "topology.kubernetes.io/region", isBeta: false)
  static let beta = TopologyLabels(
    zone: "failure-domain.beta.kubernetes.io/zone",
    region: "failure-domain.beta.kubernetes.io/region", isBeta: true)

  private init(zone: String, region: String, isBeta: Bool) {
    (self.zone, self.region, self.isBeta) = (zone, region, isBeta)
  }

  /// The form that the affinity uses, else the one that the labels use.
  init(of affinity: NodeSelector, else labels: [String: String]) {
    let forms = [Self.current, Self.beta]
    self =
      forms.first { affinity.names($0.zone) } ?? forms.first { labels[$0.zone] != nil }
      ?? Self.current
  }
}

extension NodeSelector {
  fileprivate func names(_ key: String) -> Bool {
    nodeSelectorTerms.contains { $0.matchExpressions.contains { $0.key == key } }
  }

  fileprivate mutating func rename(_ key: String, to newKey: String) {
    for term in nodeSelectorTerms.indices {
      for index in nodeSelectorTerms[term].matchExpressions.indices
      where nodeSelectorTerms[term].matchExpressions[index].key == key {
        nodeSelectorTerms[term].matchExpressions[index].key = newKey
      }
    }
  }

  fileprivate mutating func requireEverywhere(_ key: String, in values: [String]) {
    var requirement = NodeSelectorRequirement()
    (requirement.key, requirement.operator, requirement.values) = (key, "In", values)
    if nodeSelectorTerms.isEmpty { nodeSelectorTerms = [NodeSelectorTerm()] }
    for term in nodeSelectorTerms.indices {
      nodeSelectorTerms[term].matchExpressions.append(requirement)
    }
  }
}

extension String {
  /// The zones of a label that joins several by two underscores.
  fileprivate var zones: [String] {
    Set(split(separator: "__").map { String($0.trimmingSpace) }).filter { !$0.isEmpty }.sorted()
  }
}
