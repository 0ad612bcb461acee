/// What PreFilter of all plugins of a profile said about one pod.
struct PreFilterOutcome {
  /// In Filter order, without those that were skipped.
  private(set) var filters: [PreparedFilter] = []
  /// The plugins whose PreFilter ran to its end (also when it answered Skip).
  private(set) var prepared: Set<PluginName> = []
  /// PreFilter turned the pod away, or a plugin failed.
  private(set) var refusal: Rejection?
  /// The only nodes that can fit, nil for all.
  private(set) var only: Set<String>?
  private var narrowing: Set<PluginName> = []

  init(for pod: PodInfo, profile: Profile, in cluster: ClusterState) {
    var states: [PluginName: any NodeFilter] = [:]
    for plugin in profile.preFilters {
      do {
        let preparation = try plugin.prepare(pod, in: cluster)
        prepared.insert(plugin.name)
        guard case .filter(let filter, let names) = preparation else { continue }
        states[plugin.name] = filter
        narrow(to: names, by: plugin.name)
      } catch {
        refuse(error, by: plugin.name)
        // Only a plain Unschedulable lets the other plugins speak.
        if error.code != .unschedulable { break }
      }
      if only?.isEmpty == true {
        refusal = emptyIntersection
        break
      }
    }
    filters = profile.filters.compactMap { plugin in
      states[plugin.name].map { PreparedFilter(plugin: plugin.name, filter: $0) }
    }
  }

  private mutating func narrow(to names: Set<String>?, by plugin: PluginName) {
    guard let names else { return }
    narrowing.insert(plugin)
    only = only?.intersection(names) ?? names
  }

  private mutating func refuse(_ rejection: Rejection, by plugin: PluginName) {
    guard rejection.code == .error else {
      refusal = rejection.by(plugin)
      return
    }
    let text = "running PreFilter plugin \"\(plugin)\": \(rejection.message)"
    refusal = Rejection(.error, [text], by: plugin)
  }

  private var emptyIntersection: Rejection {
    guard narrowing.count > 1 else {
      return .unresolvable("node(s) didn't satisfy plugin \(narrowing.first ?? "")")
    }
    return .unresolvable("node(s) didn't satisfy plugin(s) \(narrowingNames) simultaneously")
  }

  /// The status of the nodes that were left out.
  var absent: Rejection? {
    only == nil ? nil : .unresolvable("node(s) didn't satisfy plugin(s) \(narrowingNames)")
  }

  private var narrowingNames: String {
    "[\(narrowing.sorted().map(\.description).joined(separator: " "))]"
  }
}
