import KubernetesModel

/// One plugin's refusals of a group of nodes, in one clause each.
package struct VerdictSummary: Sendable {
  /// For each refusal of the group a clause such as `untolerated taint (a, b)`.
  package let clauses: [String]

  package init(of group: VerdictGroup, in explanation: PlacementExplanation) {
    let nodes = Set(group.nodes)
    let verdicts = explanation.nodes.filter { nodes.contains($0.node) }
    let isCordoned = group.refusals.contains { $0.plugin == "NodeUnschedulable" }
    clauses = group.refusals.indices.compactMap { index in
      Self.clause(
        verdicts.map { verdict in
          (
            verdict.name,
            isCordoned ? verdict.refusals[index].withoutCordon : verdict.refusals[index]
          )
        })
    }
  }

  /// A clause for refusals of the whole pod.
  package init(ofPodRefusals refusals: [Refusal]) {
    // VolumeZone only repeats what VolumeBinding finds wrong with a claim.
    let isBindingRefused = refusals.contains { $0.plugin == "VolumeBinding" }
    let told = refusals.filter { !isBindingRefused || $0.plugin != "VolumeZone" }
    clauses = told.map { refusal in
      let says = refusal.details.map(\.says).uniqued
      return says.isEmpty ? refusal.reasons.joined(separator: ", ") : says.joined(separator: "; ")
    }
  }

  private static func clause(_ refusals: [(node: String, refusal: Refusal)]) -> String? {
    let details = refusals.flatMap(\.refusal.details)
    if details.isEmpty, refusals.first?.refusal.plugin == "TaintToleration" { return nil }
    let taints = details.compactMap(\.taint).uniqued
    if !taints.isEmpty { return "untolerated taint (\(abridged(taints)))" }
    let shortages = refusals.flatMap { named in
      named.refusal.details.compactMap { detail in detail.shortage.map { (named.node, $0) } }
    }
    if !shortages.isEmpty { return clause(ofShortages: shortages) }
    let demands = details.compactMap(\.labelDemand)
    if !demands.isEmpty { return clause(ofDemands: demands) }
    let says = details.map(\.says).uniqued
    if says.isEmpty { return refusals.first?.refusal.reasons.joined(separator: ", ") ?? "" }
    return abridged(says, separator: "; ")
  }

  /// Each demand with what the nodes have instead.
  private static func clause(ofDemands demands: [LabelDemand]) -> String {
    let clauses = demands.map(\.asWritten).uniqued.map { demand in
      let found = demands.filter { $0.asWritten == demand }.map(\.found).uniqued
      let values = found.compactMap(\.self).sorted()
      let lacks = found.contains(nil) && demand.operator != "DoesNotExist" ? ["none"] : []
      let has = values.isEmpty ? "not there" : "there: \(abridged(values + lacks))"
      return demand.key == "metadata.name"
        ? "\(demand.place) \(demand.demand)" : "\(demand.place) \(demand.demand) (\(has))"
    }
    return abridged(clauses, separator: "; ")
  }

  /// Each resource with the roomiest node.
  private static func clause(ofShortages shortages: [(node: String, ResourceShortage)]) -> String {
    let resources = shortages.map(\.1.resource).uniqued
    return resources.map { resource in
      let own = shortages.filter { $0.1.resource == resource }
      guard let best = own.max(by: { $0.1.free < $1.1.free }) else { return resource }
      if Set(own.map(\.1)).count == 1 { return best.1.says }
      return
        "\(resource): \(best.1.requested) requested, at most \(best.1.free) free (\(best.node))"
    }.joined(separator: "; ")
  }

  private static func abridged(_ texts: [String], separator: String = ", ") -> String {
    let shown = texts.prefix(3).joined(separator: separator)
    return texts.count > 3 ? "\(shown)\(separator)and \(texts.count - 3) more" : shown
  }
}

extension Refusal {
  /// The refusal without the taint that the node controller sets with a cordon.
  fileprivate var withoutCordon: Refusal {
    guard plugin == "TaintToleration" else { return self }
    var copy = self
    copy.details.removeAll { $0.taint == Taint.cordonKey }
    return copy
  }
}

extension RefusalDetail {
  fileprivate var taint: String? {
    guard case .taint(let taint) = subject else { return nil }
    return taint.value.isEmpty ? taint.key : "\(taint.key)=\(taint.value)"
  }

  fileprivate var labelDemand: LabelDemand? {
    guard case .label(let demand) = subject else { return nil }
    return demand
  }

  /// The shortage, where one is meant.
  package var shortage: ResourceShortage? {
    guard case .resource(let shortage) = subject else { return nil }
    return shortage
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, in their order.
  package var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
