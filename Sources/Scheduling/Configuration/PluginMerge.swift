import Provenance

/// Which plugins a profile runs where: the defaults, what the profile changes, and multiPoint laid
/// out over the extension points.
struct PluginMerge {
  private let custom: Plugins
  private let multiPoint: PluginSet
  private(set) var errors: [(path: FieldErrors.Path, says: String)] = []

  init(_ plugins: Plugins) {
    custom = plugins
    multiPoint = Self.merge(Self.defaults, plugins.multiPoint)
  }

  private static let defaults: PluginSet = {
    var set = PluginSet()
    set.enabled = ProfileConfiguration.defaultPlugins.map { enabled in
      var plugin = Plugin()
      plugin.name = enabled.name.description
      plugin.weight = Int32(clamping: enabled.weight)
      return plugin
    }
    return set
  }()

  /// A plugin that is given again keeps its place among the defaults; new ones come after them.
  private static func merge(_ defaults: PluginSet, _ custom: PluginSet) -> PluginSet {
    let disabled = Set((custom.disabled + defaults.disabled).map(\.name))
    let given = Dictionary(custom.enabled.map { ($0.name, $0) }) { _, last in last }
    var merged = PluginSet()
    merged.disabled = custom.disabled + defaults.disabled
    var replaced: Set<String> = []
    if !disabled.contains("*") {
      for plugin in defaults.enabled where !disabled.contains(plugin.name) {
        if given[plugin.name] != nil { replaced.insert(plugin.name) }
        merged.enabled.append(given[plugin.name] ?? plugin)
      }
    }
    // Only the last of several entries of one name can have replaced a default.
    for (index, plugin) in custom.enabled.enumerated() {
      let isLast = !custom.enabled[(index + 1)...].contains { $0.name == plugin.name }
      if !(isLast && replaced.contains(plugin.name)) { merged.enabled.append(plugin) }
    }
    return merged
  }

  /// All plugins that are named anywhere and enabled.
  var enabledNames: Set<String> {
    var names = Set(multiPoint.enabled.map(\.name))
    for point in ExtensionPoint.allCases { names.formUnion(custom[point].enabled.map(\.name)) }
    return names
  }

  /// The plugins of `point` in the order in which they run.
  ///
  /// First those of multiPoint that the point gives again, as it orders them, then the other ones of
  /// multiPoint, then those that only the point names.
  mutating func plugins(at point: ExtensionPoint) -> [EnabledPlugin] {
    let own = ownPlugins(at: point)
    let disabled = Set(custom[point].disabled.map(\.name))
    var expanded: [String] = []
    var overridden: Set<String> = []
    if !disabled.contains("*") {
      for plugin in multiPoint.enabled
      where !disabled.contains(plugin.name) && Self.implements(plugin.name, point) {
        if own.contains(plugin.name) {
          overridden.insert(plugin.name)
        } else if expanded.contains(plugin.name) {
          let says = "plugin \"\(plugin.name)\" already registered as \"\(point.typeName)\""
          report(plugin.name, in: "multiPoint", says)
        } else {
          expanded.append(plugin.name)
        }
      }
    }
    let order =
      own.filter(overridden.contains) + expanded + own.filter { !overridden.contains($0) }
    return order.map { EnabledPlugin(PluginName($0), weight: weight(of: $0)) }
  }

  /// What the point itself enables; a name that is given twice or cannot be there is an error.
  private mutating func ownPlugins(at point: ExtensionPoint) -> [String] {
    var names: [String] = []
    for plugin in custom[point].enabled {
      if names.contains(plugin.name) {
        report(
          plugin.name, in: point.rawValue,
          "plugin \"\(plugin.name)\" already registered as \"\(point.typeName)\"")
      } else if !Self.implements(plugin.name, point) {
        guard InTreePlugins.points(of: plugin.name) != nil else { continue }
        report(
          plugin.name, in: point.rawValue,
          "plugin \"\(plugin.name)\" does not extend \(point.typeName) plugin")
      } else {
        names.append(plugin.name)
      }
    }
    return names
  }

  private static func implements(_ plugin: String, _ point: ExtensionPoint) -> Bool {
    InTreePlugins.points(of: plugin)?.contains(point) ?? false
  }

  /// What the score point says counts more than what multiPoint says; zero is one.
  private func weight(of plugin: String) -> Int64 {
    let given = (custom[.score].enabled + multiPoint.enabled).first { $0.name == plugin }
    let weight = Int64(given?.weight ?? 0)
    return weight == 0 ? 1 : weight
  }

  private mutating func report(_ plugin: String, in set: String, _ says: String) {
    let plugins = ExtensionPoint(rawValue: set).map { custom[$0] } ?? custom.multiPoint
    let index = plugins.enabled.lastIndex { $0.name == plugin }
    let entry: FieldErrors.Path = index.map { [.key("enabled"), .index($0)] } ?? []
    let path: FieldErrors.Path = [.key("plugins"), .key(set)] + entry
    guard !errors.contains(where: { $0.says == says }) else { return }
    errors.append((path, says))
  }
}
