import KubernetesModel

extension DeviceState {
  /// How many devices near a node a resource stands for, and how many of them are allocated.
  ///
  /// As kube-scheduler counts them when it ranks nodes by such a resource: generations of pools, taints
  /// and counters do not matter.
  func devices(
    forResource resource: String, near node: DeviceNode
  ) -> (total: Int64, allocated: Int64) {
    guard let name = inventory.className(forResource: resource),
      let selectors = inventory.classes[name]?.spec.selectors
    else { return (0, 0) }
    var (total, taken) = (Int64(0), Int64(0))
    for slice in inventory.slices.slices.indices {
      let spec = inventory.slices.slices[slice].spec
      for (device, id) in zip(spec.devices, inventory.slices.devices[slice])
      where spec.offers(device, to: node) {
        guard let isMatch = matches(selectors, device, id) else { return (0, 0) }
        guard isMatch else { continue }
        total += 1
        if allocated.isAllocated(id) { taken += 1 }
      }
    }
    return (total, taken)
  }

  /// Nil when a selector fails.
  private func matches(_ selectors: [DeviceSelector], _ device: Device, _ id: DeviceID) -> Bool? {
    for expression in selectors.compactMap(\.cel?.expression) {
      switch inventory.selectors.result(of: expression, for: device, id) {
      case .matches: continue
      case .differs: return false
      case .failed: return nil
      }
    }
    return true
  }
}

extension ResourceSliceSpec {
  /// Whether the slice, or the device by itself, is for the node; a slice that names none is for all.
  fileprivate func offers(_ device: Device, to node: DeviceNode) -> Bool {
    if perDeviceNodeSelection == true {
      return node.matches(
        name: device.nodeName, all: device.allNodes, selector: device.nodeSelector)
    }
    let namesNodes = nodeName?.isEmpty == false || nodeSelector != nil
    return allNodes == true || !namesNodes
      || node.matches(name: nodeName, all: allNodes, selector: nodeSelector)
  }
}
