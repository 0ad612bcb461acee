/// The plugins that kube-scheduler 1.36 has built in, and the extension points that each implements.
enum InTreePlugins {
  /// Nil for a plugin that is not built in.
  static func points(of plugin: String) -> Set<ExtensionPoint>? { points[plugin] }

  /// Plugins of older versions, which a configuration of today must not enable.
  static let removed: Set<String> = ["AzureDiskLimits", "CinderLimits", "EBSLimits", "GCEPDLimits"]

  private static let points: [String: Set<ExtensionPoint>] = [
    "SchedulingGates": [.preEnqueue],
    "PrioritySort": [.queueSort],
    "NodeUnschedulable": [.filter],
    "NodeName": [.filter],
    "TaintToleration": [.filter, .preScore, .score],
    "NodeAffinity": [.preFilter, .filter, .preScore, .score],
    "NodePorts": [.preFilter, .filter],
    "NodeResourcesFit": [.preFilter, .filter, .preScore, .score],
    "VolumeRestrictions": [.preFilter, .filter],
    "NodeVolumeLimits": [.preFilter, .filter],
    "VolumeBinding": [.preFilter, .filter, .preScore, .score, .reserve, .preBind],
    "VolumeZone": [.preFilter, .filter],
    "PodTopologySpread": [.preFilter, .filter, .preScore, .score],
    "InterPodAffinity": [.preFilter, .filter, .preScore, .score],
    "DynamicResources": [
      .preEnqueue, .preFilter, .filter, .postFilter, .score, .reserve, .preBind,
    ],
    "DefaultPreemption": [.preEnqueue, .postFilter],
    "NodeResourcesBalancedAllocation": [.preScore, .score],
    "ImageLocality": [.score],
    "DefaultBinder": [.bind],
    "NodeDeclaredFeatures": [.preFilter, .filter],
    // Behind gates that are off by default: they do nothing.
    "GangScheduling": [.preEnqueue, .reserve, .permit],
    "TopologyPlacementGenerator": [],
    "PodGroupPodsCount": [],
  ]
}

extension ExtensionPoint {
  /// What kube-scheduler's messages call the point: `ScorePlugin` for `score`.
  var typeName: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() + "Plugin" }
}
