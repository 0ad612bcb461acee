import Findings
import KubernetesModel
import Provenance
import YAML

/// Reads one profile of a configuration file.
struct ProfileReader {
  private(set) var fields: FieldErrors
  /// Plugins that kube-scheduler itself does not have, by name.
  private(set) var foreignPlugins: [String] = []

  private let file: KubeSchedulerConfiguration
  private let index: Int
  private let document: YAMLNode
  private var source: KubeSchedulerProfile { file.profiles[index] }

  init(
    _ file: KubeSchedulerConfiguration, _ index: Int, _ document: YAMLNode, _ fields: FieldErrors
  ) {
    self.file = file
    self.index = index
    self.document = document
    self.fields = fields
  }

  mutating func profile() -> ProfileConfiguration {
    validateName()
    var profile = ProfileConfiguration()
    profile.schedulerName = source.schedulerName ?? ""
    readPlugins(into: &profile)
    readArguments(into: &profile)
    if let percentage = source.percentageOfNodesToScore, !(0...100).contains(percentage) {
      report([.key("percentageOfNodesToScore")], invalid(percentage, "not in valid range [0-100]"))
    }
    return profile
  }

  private mutating func validateName() {
    let name = source.schedulerName ?? ""
    if name.isEmpty { report([.key("schedulerName")], "Required value") }
    let first = file.profiles.firstIndex { $0.schedulerName == source.schedulerName } ?? index
    guard first < index, !name.isEmpty else { return }
    report([.key("schedulerName")], "Duplicate value: \"profiles[\(first)].schedulerName\"")
  }

  private mutating func readPlugins(into profile: inout ProfileConfiguration) {
    let plugins = source.plugins ?? Plugins()
    refuseRemoved(plugins)
    var merge = PluginMerge(plugins)
    for point in ExtensionPoint.allCases { profile.plugins[point] = merge.plugins(at: point) }
    for error in merge.errors { report(error.path, error.says) }
    foreignPlugins = merge.enabledNames.filter {
      InTreePlugins.points(of: $0) == nil && !InTreePlugins.removed.contains($0)
    }.sorted()
    requireQueueAndBinder(profile, plugins)
  }

  private mutating func refuseRemoved(_ plugins: Plugins) {
    let sets =
      ExtensionPoint.allCases.map { ($0.rawValue, plugins[$0]) }
      + [("multiPoint", plugins.multiPoint)]
    for (name, set) in sets {
      for (place, plugin) in set.enabled.enumerated()
      where InTreePlugins.removed.contains(plugin.name) {
        report(
          [.key("plugins"), .key(name), .key("enabled"), .index(place)], removedText(plugin.name))
      }
    }
  }

  private func removedText(_ plugin: String) -> String {
    invalid(
      "\"\(plugin)\"",
      "was invalid in version \"\(file.apiVersion)\" "
        + "(KubeSchedulerConfiguration is version \"\(file.apiVersion)\")")
  }

  /// Foreign plugins may sort and bind as well; which ones do cannot be known.
  private mutating func requireQueueAndBinder(_ profile: ProfileConfiguration, _ plugins: Plugins) {
    guard foreignPlugins.isEmpty else { return }
    let name = "for profile with scheduler name \"\(profile.schedulerName)\""
    let sorters = profile.plugins[.queueSort]?.count ?? 0
    if sorters != 1 {
      report([.key("plugins")], "only one queue sort plugin required \(name), but got \(sorters)")
    }
    if profile.plugins[.bind]?.isEmpty ?? true {
      report([.key("plugins")], "at least one bind plugin is needed \(name)")
    }
  }

  private mutating func readArguments(into profile: inout ProfileConfiguration) {
    var seen: Set<String> = []
    for (place, config) in source.pluginConfig.enumerated() {
      let path: FieldErrors.Path = [.key("pluginConfig"), .index(place)]
      if !seen.insert(config.name).inserted { report(path, "Duplicate value: \"\(config.name)\"") }
      if InTreePlugins.removed.contains(config.name) {
        report(path, removedText(config.name))
      } else if let type = Self.argumentTypes[PluginName(config.name)] {
        read(type, at: path + [.key("args")], into: &profile)
      } else if InTreePlugins.points(of: config.name) == nil,
        !foreignPlugins.contains(config.name)
      {
        foreignPlugins.append(config.name)
      }
    }
  }

  private static let argumentTypes: [PluginName: any PluginArgs.Type] = {
    let types: [any PluginArgs.Type] = [
      DefaultPreemptionArgs.self, DynamicResourcesArgs.self, InterPodAffinityArgs.self,
      NodeAffinityArgs.self, NodeResourcesBalancedAllocationArgs.self, NodeResourcesFitArgs.self,
      PodTopologySpreadArgs.self, VolumeBindingArgs.self,
    ]
    return Dictionary(uniqueKeysWithValues: types.map { ($0.plugin, $0) })
  }()

  private mutating func read<Args: PluginArgs>(
    _ type: Args.Type, at path: FieldErrors.Path, into profile: inout ProfileConfiguration
  ) {
    let full = base + path
    guard let node = document.node(at: FieldPath(full)), !node.isNull else { return }
    var problems: [LoadProblem] = []
    let args = Args(decoding: node, problems: &problems)
    fields.add(problems, below: full)
    fields.requireKnownFields(node, Args.shape, at: full)
    if !args.kind.isEmpty, args.kind != "\(Args.plugin)Args" {
      report(
        path, "args for plugin \(Args.plugin) were not of type \(Args.plugin)Args, got \(args.kind)"
      )
      return
    }
    args.validate { report(path + $0, $1) }
    args.apply(to: &profile.arguments)
  }

  private var base: FieldErrors.Path { [.key("profiles"), .index(index)] }

  private mutating func report(_ path: FieldErrors.Path, _ says: String) {
    fields.report(base + path, says)
  }
}
