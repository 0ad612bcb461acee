import KubernetesModel

/// How a deployment replaces its pods.
struct DeploymentRollout: Sendable {
  /// Whether a new pod has to be ready before the first old one may go.
  let needsRoomFirst: Bool

  init(of deployment: Deployment, replacing old: [Pod]) {
    let deployment = deployment.withDefaults
    let wanted = Int(deployment.spec.replicas ?? 1)
    let placed = old.count { !$0.spec.nodeName.isEmpty && !$0.isTerminal }
    let update = deployment.spec.strategy.rollingUpdate
    let unavailable = update?.maxUnavailable?.scaledValue(of: wanted, rounding: .down) ?? 0
    let surge = update?.maxSurge?.scaledValue(of: wanted, rounding: .up) ?? 0
    // With neither, the controller lets one pod go.
    needsRoomFirst =
      deployment.spec.strategy.type == "RollingUpdate" && unavailable == 0 && surge > 0
      && placed >= wanted && wanted > 0
  }
}
