import KubernetesModel

extension RefusalDetails {
  private static let termsField =
    "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms"

  /// The labels that the pod demands and the node does not have.
  func labels(on node: NodeID, _ rejection: Rejection) -> [RefusalDetail] {
    if rejection.message.contains("scheduler-enforced") {
      return [
        RefusalDetail(
          .other, says: "the scheduler's configuration demands other nodes (addedAffinity)",
          evidence: [FieldReference(cluster.nodes.reference(of: node), "metadata.labels")])
      ]
    }
    let object = cluster.nodes.objects[node.index]
    let selector = selectorDemands(on: object)
    let terms = termDemands(on: object)
    return (selector + terms).map { demand, field in
      RefusalDetail(
        .label(demand), says: Self.says(demand),
        evidence: [
          FieldReference(pod.reference, field),
          FieldReference(cluster.nodes.reference(of: node), "metadata.labels"),
        ])
    }
  }

  private static func says(_ demand: LabelDemand) -> String {
    let found =
      demand.key == "metadata.name"
      ? "" : demand.found.map { ", the node has \(demand.key)=\($0)" } ?? ", the node lacks it"
    let source =
      switch demand.source {
      case .nodeSelector: "node selector"
      case .term(let index): "node affinity term \(index + 1)"
      case .configuration: "added affinity"
      }
    return "\(source) \(demand.demand)\(demand.operator == "DoesNotExist" ? "" : found)"
  }

  private func selectorDemands(on node: Node) -> [(LabelDemand, field: String)] {
    let labels = node.metadata.labels
    return pod.pod.spec.nodeSelector.sorted { $0.key < $1.key }.compactMap { key, value in
      guard labels[key] != value else { return nil }
      let step = key.contains { "./[]".contains($0) } ? "[\(key)]" : ".\(key)"
      let demand = LabelDemand(
        source: .nodeSelector, key: key, operator: "In", values: [value], found: labels[key])
      return (demand, "spec.nodeSelector\(step)")
    }
  }

  /// The requirements that fail in each term; none where some term matches.
  private func termDemands(on node: Node) -> [(LabelDemand, field: String)] {
    let required =
      pod.pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
    guard let required, (try? NodeMatcher(required).matches(node)) != true else { return [] }
    return required.nodeSelectorTerms.enumerated().flatMap { place, term in
      demands(of: term, at: place, on: node)
    }
  }

  private func demands(
    of term: NodeSelectorTerm, at place: Int, on node: Node
  ) -> [(LabelDemand, field: String)] {
    let labels = term.matchExpressions.enumerated().compactMap { index, requirement in
      requirement.isMet(by: node, asField: false)
        ? nil
        : (
          LabelDemand(requirement, .term(place), found: node.metadata.labels[requirement.key]),
          field: "\(Self.termsField)[\(place)].matchExpressions[\(index)]"
        )
    }
    let fields = term.matchFields.enumerated().compactMap { index, requirement in
      requirement.isMet(by: node, asField: true)
        ? nil
        : (
          LabelDemand(requirement, .term(place), found: node.metadata.name),
          field: "\(Self.termsField)[\(place)].matchFields[\(index)]"
        )
    }
    return labels + fields
  }
}

extension LabelDemand {
  fileprivate init(_ requirement: NodeSelectorRequirement, _ source: Source, found: String?) {
    self.init(
      source: source, key: requirement.key, operator: requirement.operator,
      values: requirement.values, found: found)
  }
}

extension NodeSelectorRequirement {
  /// Whether the node meets this requirement alone.
  func isMet(by node: Node, asField: Bool) -> Bool {
    var term = NodeSelectorTerm()
    if asField { term.matchFields = [self] } else { term.matchExpressions = [self] }
    return NodeMatcherTerm(term, at: "")?
      .matches(labels: node.metadata.labels, name: node.metadata.name) ?? false
  }
}
