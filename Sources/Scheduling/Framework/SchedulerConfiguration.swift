import KubernetesModel

/// What a KubeSchedulerConfiguration says, after defaults and multiPoint expansion.
package struct SchedulerConfiguration: Sendable {
  package var profiles: [ProfileConfiguration]
  /// Zero means kube-scheduler's own choice.
  package var percentageOfNodesToScore: Int32 = 0
  /// Extenders and plugins that are not part of kube-scheduler.
  package var notSimulated: [String] = []

  package init(profiles: [ProfileConfiguration] = [ProfileConfiguration()]) {
    self.profiles = profiles
  }
}

/// One profile of a configuration: which plugins are enabled where, and their arguments.
package struct ProfileConfiguration: Sendable {
  package var schedulerName = "default-scheduler"
  /// In order, per extension point; a plugin listed at a point that it lacks is ignored.
  package var plugins: [ExtensionPoint: [EnabledPlugin]]
  package var arguments = PluginArguments()

  /// The default profile of kube-scheduler v1.36.
  package init() {
    plugins = Dictionary(
      uniqueKeysWithValues: ExtensionPoint.allCases.map { ($0, Self.defaultPlugins) })
  }

  /// The multiPoint list of the default profile, with upstream's order and weights.
  package static let defaultPlugins: [EnabledPlugin] = [
    EnabledPlugin("SchedulingGates"),
    EnabledPlugin("PrioritySort"),
    EnabledPlugin("NodeUnschedulable"),
    EnabledPlugin("NodeName"),
    EnabledPlugin("TaintToleration", weight: 3),
    EnabledPlugin("NodeAffinity", weight: 2),
    EnabledPlugin("NodePorts"),
    EnabledPlugin("NodeResourcesFit", weight: 1),
    EnabledPlugin("VolumeRestrictions"),
    EnabledPlugin("NodeVolumeLimits"),
    EnabledPlugin("VolumeBinding"),
    EnabledPlugin("VolumeZone"),
    EnabledPlugin("PodTopologySpread", weight: 2),
    EnabledPlugin("InterPodAffinity", weight: 2),
    EnabledPlugin("DynamicResources", weight: 2),
    EnabledPlugin("DefaultPreemption"),
    EnabledPlugin("NodeResourcesBalancedAllocation", weight: 1),
    EnabledPlugin("ImageLocality", weight: 1),
    EnabledPlugin("DefaultBinder"),
    EnabledPlugin("NodeDeclaredFeatures"),
  ]
}

/// The arguments of the plugins that take any, with upstream's defaults.
package struct PluginArguments: Sendable {
  package var nodeAffinity = NodeAffinity.Arguments()
  package var nodeResourcesFit = NodeResourcesFit.Arguments()
  package var balancedAllocation = NodeResourcesBalancedAllocation.Arguments()
  package var podTopologySpread = PodTopologySpread.Arguments()
  package var interPodAffinity = InterPodAffinity.Arguments()
  package var defaultPreemption = DefaultPreemption.Arguments()
  package var dynamicResources = DynamicResources.Arguments()

  package init() {}

  /// The label keys that default spread constraints speak of.
  var topologyKeys: Set<String> { Set(podTopologySpread.defaultConstraints.map(\.topologyKey)) }
}
