import KubernetesModel

/// How far the driver is with the devices of an allocated claim.
enum DeviceReadiness {
  case ready
  case pending
  case failed
}

extension ResourceClaim {
  /// What the driver reports about the conditions under which the claim's devices may be used.
  ///
  /// As in kube-scheduler, a device that is not ready ends the look at those after it.
  var readiness: DeviceReadiness {
    for result in status.allocation?.devices.results ?? [] where !result.bindingConditions.isEmpty {
      let report = status.devices.first {
        $0.driver == result.driver && $0.pool == result.pool && $0.device == result.device
          && $0.shareID == result.shareID
      }
      guard let report else { return .pending }
      if result.bindingFailureConditions.contains(where: report.meets) { return .failed }
      guard result.bindingConditions.allSatisfy(report.meets) else { return .pending }
    }
    return .ready
  }
}

extension AllocatedDeviceStatus {
  fileprivate func meets(_ type: String) -> Bool {
    conditions.contains { $0.type == type && $0.status == "True" }
  }
}
