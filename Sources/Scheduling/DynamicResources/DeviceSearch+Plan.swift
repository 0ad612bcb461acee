import KubernetesModel

extension DeviceSearch {
  /// Reads the claims' requests and constraints, and finds out how many devices "all" are.
  mutating func plan(_ classes: [String: DeviceClass]) throws(AllocationFailure) {
    for (index, claim) in claims.enumerated() {
      plans.append([])
      for request in claim.spec.devices.requests {
        try plan(request, of: index, classes)
      }
      let minimum = plans[index].reduce(0) { $0 + $1.minimum }
      guard minimum <= Self.claimLimit else {
        throw .fatal(
          "claim \(claim.fullName): number of requested devices \(minimum) "
            + "exceeds the claim limit of \(Self.claimLimit)")
      }
      constraints.append(try constraints(of: claim))
    }
  }

  private mutating func plan(
    _ request: DeviceRequest, of claim: Int, _ classes: [String: DeviceClass]
  ) throws(AllocationFailure) {
    let plan = try DeviceRequestPlan(request, of: claims[claim], classes: classes)
    plans[claim].append(plan)
    let index = plans[claim].count - 1
    for alternative in plan.alternatives.indices where plan.alternatives[alternative].takesAll {
      let position = Position(claim: claim, request: index, alternative: alternative)
      let all = try allDevices(for: plan.alternatives[alternative], at: position)
      plans[claim][index].alternatives[alternative].all = all
      plans[claim][index].alternatives[alternative].count = all.count
    }
  }

  private mutating func allDevices(
    for asked: DeviceRequestPlan.Alternative, at position: Position
  ) throws(AllocationFailure) -> [DeviceLocation] {
    var all: [DeviceLocation] = []
    for (poolIndex, pool) in pools.enumerated() {
      try requireUsable(pool, for: asked, of: claims[position.claim])
      for (sliceIndex, slice) in pool.slices.enumerated() {
        for deviceIndex in catalog.devices[slice].indices {
          let location = DeviceLocation(pool: poolIndex, slice: sliceIndex, device: deviceIndex)
          guard try suits(location, asked, at: position) else { continue }
          let (id, device) = device(at: location)
          if fit(of: asked, into: device, id) == .fits { all.append(location) }
        }
      }
    }
    return all
  }

  private func requireUsable(
    _ pool: DevicePool, for asked: DeviceRequestPlan.Alternative, of claim: ResourceClaim
  ) throws(AllocationFailure) {
    let complaint =
      "claim \(claim.fullName), request \(asked.name.own): "
      + "asks for all devices, but resource pool \(pool.id) is currently "
    switch pool.state {
    case .usable: return
    case .incomplete: throw .fatal(complaint + "being updated")
    case .invalid: throw .fatal(complaint + "invalid")
    }
  }

  private func constraints(
    of claim: ResourceClaim
  ) throws(AllocationFailure) -> [ConstraintState] {
    var states: [ConstraintState] = []
    for (index, constraint) in claim.spec.devices.constraints.enumerated() {
      guard let state = ConstraintState(constraint) else {
        throw .fatal(
          "claim \(claim.fullName), constraint #\(index): "
            + "empty constraint (unsupported constraint type?)")
      }
      states.append(state)
    }
    return states
  }

  /// Whether a device matches the selectors of the class and the request and is for this node.
  mutating func suits(
    _ location: DeviceLocation, _ asked: DeviceRequestPlan.Alternative, at position: Position
  ) throws(AllocationFailure) -> Bool {
    let (id, device) = device(at: location)
    let key = RequestedDevice(
      device: id, claim: position.claim, request: position.request,
      alternative: position.alternative ?? 0)
    if let known = matches[key] { return known }
    let slice = catalog.slices[pools[location.pool].slices[location.slice]]
    var isMatch = try matchesAll(
      asked.deviceClass.spec.selectors, device, id, "class \(asked.deviceClass.metadata.name)")
    if isMatch {
      isMatch = try matchesAll(
        asked.selectors, device, id, "claim \(claims[position.claim].fullName)")
    }
    if isMatch, slice.spec.perDeviceNodeSelection == true {
      isMatch = node.matches(
        name: device.nodeName, all: device.allNodes, selector: device.nodeSelector)
    }
    matches[key] = isMatch
    return isMatch
  }

  private func matchesAll(
    _ expressions: [DeviceSelector], _ device: Device, _ id: DeviceID, _ owner: String
  ) throws(AllocationFailure) -> Bool {
    for (index, selector) in expressions.enumerated() {
      switch selectors.result(of: selector.cel?.expression ?? "", for: device, id) {
      case .matches: continue
      case .differs: return false
      case .failed(let text): throw .fatal("\(owner): selector #\(index): \(text)")
      }
    }
    return true
  }

  /// A slice's node selector must be one that an allocation can carry on.
  func requireNodeSelectors() throws(AllocationFailure) {
    for (claim, result) in zip(claims, results) {
      for device in result {
        guard let selector = selector(of: device.device) else { continue }
        if selector.nodeSelectorTerms.count > 1 {
          throw .fatal(
            "create NodeSelector for claim \(claim.metadata.name): unsupported "
              + "ResourceSlice.NodeSelector with \(selector.nodeSelectorTerms.count) terms")
        }
      }
    }
  }

  private func selector(of id: DeviceID) -> NodeSelector? {
    for slice in pools.lazy.filter({ $0.id.driver == id.driver && $0.id.pool == id.pool })
      .flatMap(\.slices)
    {
      guard let index = catalog.devices[slice].firstIndex(of: id) else { continue }
      let spec = catalog.slices[slice].spec
      if spec.perDeviceNodeSelection == true { return spec.devices[index].nodeSelector }
      return spec.nodeSelector
    }
    return nil
  }
}
