extension PluginRegistry {
  /// The plugins for volumes, devices and declared features.
  static func volumeOrDevicePlugin(
    _ name: PluginName, _ arguments: PluginArguments
  ) -> (any SchedulerPlugin)? {
    switch name {
    case "VolumeRestrictions": VolumeRestrictions()
    case "NodeVolumeLimits": NodeVolumeLimits()
    case "VolumeBinding": VolumeBinding()
    case "VolumeZone": VolumeZone()
    case DynamicResources.name: DynamicResources(arguments.dynamicResources)
    case "NodeDeclaredFeatures": NodeDeclaredFeatures()
    default: nil
    }
  }
}
