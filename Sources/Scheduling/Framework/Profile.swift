/// The plugins that decide about the pods of one scheduler name, in order.
package struct Profile: Sendable {
  /// A score plugin and what its scores are multiplied with.
  package struct WeightedScorer: Sendable {
    package var plugin: any ScorePlugin
    package var weight: Int64
  }

  package var schedulerName: String
  package var preEnqueue: [any PreEnqueuePlugin]
  /// In PreFilter order.
  package var preFilters: [any FilterPlugin]
  /// In Filter order.
  package var filters: [any FilterPlugin]
  package var postFilters: [any PostFilterPlugin]
  package var scorers: [WeightedScorer]
  package var reservers: [any ReservePlugin]

  /// Makes the plugins that `configuration` enables.
  package init(_ configuration: ProfileConfiguration) {
    func plugins(at point: ExtensionPoint) -> [any SchedulerPlugin] {
      (configuration.plugins[point] ?? [])
        .compactMap { PluginRegistry.plugin($0.name, configuration.arguments) }
    }
    schedulerName = configuration.schedulerName
    preEnqueue = plugins(at: .preEnqueue).compactMap { $0 as? any PreEnqueuePlugin }
    filters = plugins(at: .filter).compactMap { $0 as? any FilterPlugin }
    let listed = plugins(at: .preFilter).compactMap { $0 as? any FilterPlugin }
    let names = Set(listed.map(\.name))
    // Those without PreFilter upstream are prepared too, but have nothing to say there.
    preFilters = listed + filters.filter { !$0.hasPreFilter && !names.contains($0.name) }
    postFilters = plugins(at: .postFilter).compactMap { $0 as? any PostFilterPlugin }
    reservers = plugins(at: .reserve).compactMap { $0 as? any ReservePlugin }
    scorers = (configuration.plugins[.score] ?? []).compactMap { enabled in
      (PluginRegistry.plugin(enabled.name, configuration.arguments) as? any ScorePlugin)
        .map { WeightedScorer(plugin: $0, weight: enabled.weight) }
    }
  }
}

extension FilterPlugin {
  /// Whether kube-scheduler's plugin of this name has a PreFilter.
  fileprivate var hasPreFilter: Bool {
    InTreePlugins.points(of: name.description)?.contains(.preFilter) ?? true
  }
}
