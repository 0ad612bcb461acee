import Basics
import Provenance

/// Runs every filter of a profile on every node and asks what stands behind each refusal.
struct PlacementExplainer: Sendable {
  /// How many nodes are worth handing to another processor.
  private static let chunk = 128

  private let pod: PodInfo
  private let cluster: ClusterState
  private let details: RefusalDetails
  private var filters: [PreparedFilter] = []
  private var podRefusals: [Refusal] = []
  private var narrowings: [(plugin: PluginName, names: Set<String>)] = []

  init(of pod: PodInfo, profile: Profile, in cluster: ClusterState) {
    self.pod = pod
    self.cluster = cluster
    details = RefusalDetails(of: pod, in: cluster)
    prepare(profile)
  }

  private mutating func prepare(_ profile: Profile) {
    var states: [PluginName: any NodeFilter] = [:]
    for plugin in profile.preFilters {
      do {
        guard case .filter(let filter, let names) = try plugin.prepare(pod, in: cluster) else {
          continue
        }
        states[plugin.name] = filter
        if let names { narrowings.append((plugin.name, names)) }
      } catch {
        refuse(error.by(plugin.name))
      }
    }
    filters = profile.filters.compactMap { plugin in
      states[plugin.name].map { PreparedFilter(plugin: plugin.name, filter: $0) }
    }
  }

  /// Several volume plugins say the same of a claim that is missing; once is enough.
  private mutating func refuse(_ rejection: Rejection) {
    let isRepeated = podRefusals.contains { $0.reasons == rejection.reasons }
    guard !isRepeated, let plugin = rejection.plugin else { return }
    podRefusals.append(
      Refusal(
        plugin: plugin, code: rejection.code, reasons: rejection.reasons,
        details: details.details(ofPodRefusal: rejection, by: plugin)))
  }

  func explanation() -> PlacementExplanation {
    let ids = cluster.nodes.ids
    let nodes = ids.concurrentMap(chunkSize: Self.chunk, with: cluster) { trial, node in
      NodeVerdict(
        node: node, name: cluster.nodes.name(of: node), refusals: refusals(on: node, &trial))
    }
    let feasible = podRefusals.isEmpty ? nodes.filter(\.refusals.isEmpty).map(\.node) : []
    return PlacementExplanation(
      pod: pod, podRefusals: podRefusals, nodes: nodes, groups: VerdictGroup.groups(of: nodes),
      feasible: feasible)
  }

  private func refusals(on node: NodeID, _ trial: inout ClusterState) -> [Refusal] {
    var refusals: [Refusal] = []
    for prepared in filters {
      guard let rejection = prepared.filter.rejection(on: node, in: cluster),
        !isRepeated(rejection, by: prepared.plugin)
      else { continue }
      refusals.append(
        Refusal(
          plugin: prepared.plugin, code: rejection.code, reasons: rejection.reasons,
          details: details.details(of: rejection, by: prepared.plugin, on: node)))
    }
    refusals += narrowingRefusals(on: node, besides: refusals)
    if refusals.isEmpty, let promised = promisedRefusal(on: node, &trial) {
      refusals.append(promised)
    }
    return refusals
  }

  /// NodeVolumeLimits fails on each node for a claim that was complained about already.
  private func isRepeated(_ rejection: Rejection, by plugin: PluginName) -> Bool {
    plugin == "NodeVolumeLimits" && rejection.code != .unschedulable
      && podRefusals.contains { $0.plugin == "VolumeRestrictions" || $0.plugin == "VolumeBinding" }
  }

  private func narrowingRefusals(on node: NodeID, besides refusals: [Refusal]) -> [Refusal] {
    let name = cluster.nodes.name(of: node)
    return narrowings.compactMap { narrowing in
      guard !narrowing.names.contains(name),
        !refusals.contains(where: { $0.plugin == narrowing.plugin })
      else { return nil }
      let reason = "node(s) didn't satisfy plugin(s) [\(narrowing.plugin)]"
      let rejection = Rejection.unresolvable(reason)
      return Refusal(
        plugin: narrowing.plugin, code: rejection.code, reasons: rejection.reasons,
        details: details.details(of: rejection, by: narrowing.plugin, on: node))
    }
  }

  /// A node that would do, were it not for pods that others were evicted for.
  private func promisedRefusal(on node: NodeID, _ trial: inout ClusterState) -> Refusal? {
    guard !cluster.nominatedPods.isEmpty else { return nil }
    let what = FilterTrial(of: pod, filters: filters, on: node, in: cluster)
    guard what.hasNominatedPods, let rejection = what.rejection(in: &trial) else { return nil }
    let others = cluster.nominatedPods.filter { $0.node == node && $0.pod != pod }.map(\.pod)
    let names = others.map(\.reference)
    let says = "room is kept for \(names.map(\.description).joined(separator: ", "))"
    return Refusal(
      plugin: rejection.plugin ?? "", code: rejection.code, reasons: rejection.reasons,
      details: [
        RefusalDetail(
          .promised(names), says: says,
          evidence: names.map { FieldReference($0, "status.nominatedNodeName") })
      ])
  }
}
