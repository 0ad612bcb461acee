/// kube-scheduler's in-tree plugins by name.
package enum PluginRegistry {
  /// The plugin called `name`, nil when it does nothing that a simulation shows or is unknown.
  package static func plugin(
    _ name: PluginName, _ arguments: PluginArguments
  ) -> (any SchedulerPlugin)? {
    switch name {
    case "SchedulingGates": SchedulingGates()
    case "NodeUnschedulable": NodeUnschedulable()
    case "NodeName": NodeName()
    case "TaintToleration": TaintToleration()
    case "NodeAffinity": NodeAffinity(arguments.nodeAffinity)
    case "NodePorts": NodePorts()
    case "NodeResourcesFit": NodeResourcesFit(arguments.nodeResourcesFit)
    case "PodTopologySpread": PodTopologySpread(arguments.podTopologySpread)
    case "InterPodAffinity": InterPodAffinity(arguments.interPodAffinity)
    case "DefaultPreemption": DefaultPreemption(arguments.defaultPreemption)
    case "NodeResourcesBalancedAllocation":
      NodeResourcesBalancedAllocation(arguments.balancedAllocation)
    case "ImageLocality": ImageLocality()
    default: volumeOrDevicePlugin(name, arguments)
    }
  }
}
