import KubernetesModel

/// How a daemon set replaces its pods.
struct DaemonSetRollout: Sendable {
  /// Whether a new pod has to be ready before the old one of its node may go.
  let needsRoomFirst: Bool

  init(of daemonSet: DaemonSet, replacing old: [Pod]) {
    let strategy = daemonSet.withDefaults.spec.updateStrategy
    let placed = old.count { !$0.spec.nodeName.isEmpty && !$0.isTerminal }
    let surge = strategy.rollingUpdate?.maxSurge?.scaledValue(of: placed, rounding: .up) ?? 0
    needsRoomFirst = strategy.type == "RollingUpdate" && surge > 0 && placed > 0
  }
}
