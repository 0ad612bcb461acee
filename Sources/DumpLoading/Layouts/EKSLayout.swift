/// What the log collector of Amazon's EKS images gathers on a node: `kubelet/kubelet.log`, `kernel/dmesg.current`,
/// `ipamd/pods.json`.
enum EKSLayout: BundleLayout {
  static func content(of path: LayoutPath) -> BundledContent? {
    switch path.folders.last {
    // What the network's daemon remembers, in JSON that holds no objects.
    case "ipamd": .nothing
    // The same lines as `dmesg.human.current`, without the time of day.
    case "kernel" where path.file == "dmesg.current" || path.file == "dmesg.boot": .nothing
    case "kernel" where path.file == "dmesg.human.current": .journal
    default: nil
    }
  }
}
