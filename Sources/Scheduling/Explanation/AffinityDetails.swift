import KubernetesModel

/// Which pods stand behind a refusal by InterPodAffinity.
struct AffinityDetails {
  private let pod: PodInfo
  private let cluster: ClusterState
  private let matching: AffinityMatching
  /// For each of the pod's own anti-affinity terms, the pods that it speaks of, by domain.
  private let repelling: [[Symbol: PlacedPod]]
  /// For each of the pod's affinity terms, the domains with a pod that all terms speak of.
  private let attracting: [Set<Symbol>]
  /// The terms of other pods that speak of this one, by key and domain.
  private let repelledBy: [OtherTerm]

  private struct OtherTerm {
    var placed: PlacedPod
    var term: Int
    var key: Symbol
    var domain: Symbol
  }

  init(of pod: PodInfo, in cluster: ClusterState) {
    self.pod = pod
    self.cluster = cluster
    let matching = AffinityMatching(pod, in: cluster)
    self.matching = matching
    func domain(_ node: NodeID, _ key: Symbol) -> Symbol? {
      cluster.nodes.labels[node.index][key]
    }
    repelling = pod.requiredAntiAffinity.map { term in
      var pods: [Symbol: PlacedPod] = [:]
      cluster.forEachPod(selectedBy: term.selector) { placed in
        guard matching.term(term, speaksOf: placed.pod, in: cluster),
          let domain = domain(placed.node, term.topologyKey)
        else { return }
        let other = pods[domain]
        if other.map({ placed.pod.key < $0.pod.key }) ?? true { pods[domain] = placed }
      }
      return pods
    }
    attracting = pod.requiredAffinity.map { term in
      var domains: Set<Symbol> = []
      cluster.forEachPod(selectedBy: term.selector) { placed in
        guard matching.allTermsSpeak(of: placed.pod, in: cluster),
          let domain = domain(placed.node, term.topologyKey)
        else { return }
        domains.insert(domain)
      }
      return domains
    }
    repelledBy = cluster.podsWithRequiredAntiAffinity.flatMap { placed in
      placed.pod.requiredAntiAffinity.enumerated().compactMap { index, term in
        guard matching.speaksOfPod(term), let domain = domain(placed.node, term.topologyKey)
        else { return nil }
        return OtherTerm(placed: placed, term: index, key: term.topologyKey, domain: domain)
      }
    }
  }

  func details(on node: NodeID) -> [RefusalDetail] {
    missingCompany(on: node) + repelling(on: node) + repelledBy(on: node)
  }

  private func demand(_ term: Int, _ key: Symbol, _ domain: Symbol?) -> TopologyDemand {
    TopologyDemand(
      term: term, topologyKey: cluster.symbols.text(of: key),
      domain: domain.map(cluster.symbols.text))
  }

  private func missingCompany(on node: NodeID) -> [RefusalDetail] {
    let isFirst =
      attracting.allSatisfy(\.isEmpty) && matching.allTermsSpeak(of: pod, in: cluster)
    return pod.requiredAffinity.enumerated().compactMap { index, term in
      let domain = cluster.nodes.labels[node.index][term.topologyKey]
      if let domain, isFirst || attracting[index].contains(domain) { return nil }
      let demand = demand(index, term.topologyKey, domain)
      let says =
        demand.domain.map {
          "no pod that the affinity asks for is in \(demand.topologyKey)=\($0)"
        } ?? "the node lacks the label \(demand.topologyKey) that the pod affinity goes by"
      return RefusalDetail(
        .podAffinity(demand), says: says, evidence: evidence("podAffinity", index, node))
    }
  }

  private func repelling(on node: NodeID) -> [RefusalDetail] {
    pod.requiredAntiAffinity.enumerated().compactMap { index, term in
      guard let domain = cluster.nodes.labels[node.index][term.topologyKey],
        let placed = repelling[index][domain]
      else { return nil }
      let demand = demand(index, term.topologyKey, domain)
      return RefusalDetail(
        .podAntiAffinity(demand, other: placed.pod.reference),
        says: "anti-affinity to \(placed.pod.reference) in \(demand.topologyKey)="
          + (demand.domain ?? ""),
        evidence: evidence("podAntiAffinity", index, node)
          + [FieldReference(placed.pod.reference, "metadata.labels")])
    }
  }

  private func repelledBy(on node: NodeID) -> [RefusalDetail] {
    let here = repelledBy.filter { cluster.nodes.labels[node.index][$0.key] == $0.domain }
    guard let first = here.min(by: { $0.placed.pod.key < $1.placed.pod.key }) else { return [] }
    let demand = demand(first.term, first.key, first.domain)
    let other = first.placed.pod.reference
    let field = Self.field("podAntiAffinity", first.term)
    return [
      RefusalDetail(
        .antiAffinityOfOther(demand, other: other),
        says: "\(other) keeps pods with such labels out of \(demand.topologyKey)="
          + (demand.domain ?? ""),
        evidence: [
          FieldReference(other, field), FieldReference(pod.reference, "metadata.labels"),
        ])
    ]
  }

  private func evidence(_ kind: String, _ term: Int, _ node: NodeID) -> [FieldReference] {
    [FieldReference(pod.reference, Self.field(kind, term))]
  }

  private static func field(_ kind: String, _ term: Int) -> String {
    "spec.affinity.\(kind).requiredDuringSchedulingIgnoredDuringExecution[\(term)]"
  }
}
