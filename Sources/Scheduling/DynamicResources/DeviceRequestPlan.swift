import KubernetesModel

/// One request of a claim: the alternatives of which one has to be satisfied.
struct DeviceRequestPlan {
  /// A request that asks for devices exactly, or one of the alternatives of `firstAvailable`.
  struct Alternative {
    var name: RequestName
    var deviceClass: DeviceClass
    var takesAll: Bool
    var selectors: [DeviceSelector]
    var tolerations: [DeviceToleration]
    var capacity: [String: Quantity]
    var adminAccess: Bool
    /// How many devices it needs.
    var count: Int
    /// For a request of all devices, which these are.
    var all: [DeviceLocation] = []
  }

  var alternatives: [Alternative]
  let hasAlternatives: Bool

  /// The least number of devices that the request can be satisfied with.
  var minimum: Int { alternatives.map(\.count).min() ?? 0 }
}

/// The position of a device in the pools of one node; devices are tried in this order.
struct DeviceLocation: Hashable, Comparable {
  var pool = 0
  var slice = 0
  var device = 0

  static func < (one: DeviceLocation, other: DeviceLocation) -> Bool {
    (one.pool, one.slice, one.device) < (other.pool, other.slice, other.device)
  }
}

extension DeviceRequestPlan {
  /// Reads `request` of `claim`, with the defaults that the API server would set.
  init(
    _ request: DeviceRequest, of claim: ResourceClaim, classes: [String: DeviceClass]
  ) throws(AllocationFailure) {
    hasAlternatives = !request.firstAvailable.isEmpty
    alternatives = []
    for asked in request.alternatives {
      alternatives.append(try Alternative(asked, of: claim, classes: classes))
    }
  }
}

/// What an exact request and a subrequest have in common.
struct AskedDevices {
  var name: RequestName
  var deviceClassName: String
  var allocationMode: String
  var count: Int64
  var selectors: [DeviceSelector]
  var tolerations: [DeviceToleration]
  var capacity: [String: Quantity]
  var adminAccess: Bool
}

extension DeviceRequest {
  var alternatives: [AskedDevices] {
    if let exactly { return [AskedDevices(exactly, name: name)] }
    return firstAvailable.map { AskedDevices($0, of: name) }
  }
}

extension AskedDevices {
  init(_ request: ExactDeviceRequest, name: String) {
    self.init(
      name: RequestName(base: name), deviceClassName: request.deviceClassName,
      allocationMode: Self.mode(request.allocationMode),
      count: Self.count(request.count, mode: request.allocationMode),
      selectors: request.selectors, tolerations: request.tolerations,
      capacity: request.capacity?.requests ?? [:],
      adminAccess: request.adminAccess ?? false)
  }

  init(_ request: DeviceSubRequest, of parent: String) {
    self.init(
      name: RequestName(base: parent, sub: request.name), deviceClassName: request.deviceClassName,
      allocationMode: Self.mode(request.allocationMode),
      count: Self.count(request.count, mode: request.allocationMode),
      selectors: request.selectors, tolerations: request.tolerations,
      capacity: request.capacity?.requests ?? [:], adminAccess: false)
  }

  private static func mode(_ mode: String) -> String { mode.isEmpty ? exactCount : mode }

  private static func count(_ count: Int64, mode: String) -> Int64 {
    Self.mode(mode) == exactCount && count == 0 ? 1 : count
  }

  fileprivate static let exactCount = "ExactCount"
  fileprivate static let all = "All"
}

extension DeviceRequestPlan.Alternative {
  fileprivate init(
    _ asked: AskedDevices, of claim: ResourceClaim, classes: [String: DeviceClass]
  ) throws(AllocationFailure) {
    let place = "claim \(claim.fullName), request \(asked.name.own)"
    for (index, selector) in asked.selectors.enumerated() where selector.cel == nil {
      throw .fatal(
        "\(place), selector #\(index): CEL expression empty (unsupported selector type?)")
    }
    guard !asked.deviceClassName.isEmpty else {
      throw .fatal("\(place): missing device class name (unsupported request type?)")
    }
    guard let deviceClass = classes[asked.deviceClassName] else {
      throw .fatal(
        "\(place): could not retrieve device class \(asked.deviceClassName): "
          + "deviceclass.resource.k8s.io \"\(asked.deviceClassName)\" not found")
    }
    guard [AskedDevices.all, AskedDevices.exactCount].contains(asked.allocationMode) else {
      throw .fatal("\(place): unsupported count mode \(asked.allocationMode)")
    }
    self.init(
      name: asked.name, deviceClass: deviceClass,
      takesAll: asked.allocationMode == AskedDevices.all, selectors: asked.selectors,
      tolerations: asked.tolerations, capacity: asked.capacity, adminAccess: asked.adminAccess,
      count: asked.allocationMode == AskedDevices.all ? 0 : Int(clamping: asked.count))
  }

  /// Whether a taint of `device` keeps this request off it.
  func isRepelled(by device: Device) -> Bool {
    device.taints.contains { taint in
      ["NoSchedule", "NoExecute"].contains(taint.effect)
        && !tolerations.contains { $0.tolerates(taint) }
    }
  }
}

extension DeviceToleration {
  fileprivate func tolerates(_ taint: DeviceTaint) -> Bool {
    guard effect.isEmpty || effect == taint.effect, key.isEmpty || key == taint.key else {
      return false
    }
    return switch `operator` {
    case "", "Equal": value == taint.value
    case "Exists": true
    default: false
    }
  }
}

extension ResourceClaim {
  /// `namespace/name`, as kube-scheduler's messages have it.
  var fullName: String { "\(metadata.namespace)/\(metadata.name)" }
}
