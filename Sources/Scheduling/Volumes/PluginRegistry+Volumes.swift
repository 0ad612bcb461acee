extension PluginRegistry {
  /// The plugins for volumes, devices and declared features.
  static func volumeOrDevicePlugin(
    _ name: PluginName, _ arguments: PluginArguments
  ) -> (any SchedulerPlugin)? {
    nil
  }
}
