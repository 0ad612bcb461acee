import KubernetesModel

/// Looks for devices on one node for all claims of a pod at once.
///
/// The search is kube-scheduler's: claim by claim, request by request, device by device, in order of
/// pool, slice and position, with backtracking; the first full solution is taken.
struct DeviceSearch {
  /// How the search below some point ended.
  enum Outcome {
    case found
    case exhausted
    /// Every way on needs more devices than one claim may hold.
    case tooMany
  }

  /// The API's limit of devices for one claim.
  static let claimLimit = 32
  /// Where kube-scheduler's timeout of ten seconds would end the search.
  private static let stepLimit = 200_000
  private static let depthLimit = 500

  let claims: [ResourceClaim]
  let node: DeviceNode
  let catalog: SliceCatalog
  let allocated: AllocatedDevices
  let selectors: DeviceSelectorCache
  let pools: [DevicePool]

  var plans: [[DeviceRequestPlan]] = []
  var constraints: [[ConstraintState]] = []
  var counters = CounterLedger()
  /// Which claims the devices that are picked now belong to.
  var picked: [DeviceID: Set<Int>] = [:]
  /// What is picked now of devices that several claims share.
  var pickedCapacity: [DeviceID: [String: Quantity]] = [:]
  var results: [[DeviceAllocation.Result]] = []
  /// Whether a device suits a request does not change during the search.
  var matches: [RequestedDevice: Bool] = [:]
  private var steps = 0

  /// The allocation of each claim, or nil when the node cannot serve them all.
  static func allocations(
    for claims: [ResourceClaim], on node: DeviceNode, from inventory: DeviceInventory,
    allocated: AllocatedDevices
  ) throws(AllocationFailure) -> [DeviceAllocation]? {
    var search = DeviceSearch(
      claims: claims, node: node, catalog: inventory.slices, allocated: allocated,
      selectors: inventory.selectors,
      pools: DevicePools.reachable(from: node, in: inventory.slices))
    try search.plan(inventory.classes)
    guard case .found = try search.place(Position()) else {
      // Not an error while other pools could have served; only now that none did.
      if search.pools.contains(where: { $0.state == .invalid }) {
        throw .onNode("invalid resource pools were encountered")
      }
      return nil
    }
    try search.requireNodeSelectors()
    return search.results.map(DeviceAllocation.init)
  }

  private init(
    claims: [ResourceClaim], node: DeviceNode, catalog: SliceCatalog, allocated: AllocatedDevices,
    selectors: DeviceSelectorCache, pools: [DevicePool]
  ) {
    self.claims = claims
    self.node = node
    self.catalog = catalog
    self.allocated = allocated
    self.selectors = selectors
    self.pools = pools
    results = Array(repeating: [], count: claims.count)
  }

  /// Which device of which request is up.
  struct Position {
    var claim = 0
    var request = 0
    /// Nil until one of the request's alternatives is tried.
    var alternative: Int?
    var device = 0
    var depth = 0

    func next(_ change: (inout Position) -> Void) -> Position {
      var next = self
      next.depth += 1
      change(&next)
      return next
    }
  }

  func alternative(at position: Position) -> DeviceRequestPlan.Alternative {
    plans[position.claim][position.request].alternatives[position.alternative ?? 0]
  }

  /// Finds devices for everything from `position` on.
  private mutating func place(
    _ position: Position, from start: DeviceLocation = DeviceLocation()
  ) throws(AllocationFailure) -> Outcome {
    try countStep(position)
    guard position.claim < claims.count else { return .found }
    guard position.request < plans[position.claim].count else {
      return try placeNextClaim(after: position)
    }
    let plan = plans[position.claim][position.request]
    if plan.hasAlternatives, position.alternative == nil {
      return try placeAlternatives(plan.alternatives.count, at: position)
    }
    let asked = alternative(at: position)
    if asked.takesAll, asked.all.isEmpty { return .exhausted }
    guard position.device < asked.count else {
      return try place(
        position.next {
          ($0.request, $0.alternative, $0.device) = (position.request + 1, nil, 0)
        })
    }
    if results[position.claim].count + asked.count - position.device > Self.claimLimit {
      return .tooMany
    }
    return asked.takesAll
      ? try placeOneOfAll(asked, at: position) : try placeAny(asked, at: position, from: start)
  }

  private mutating func countStep(_ position: Position) throws(AllocationFailure) {
    steps += 1
    guard steps <= Self.stepLimit, position.depth <= Self.depthLimit else {
      throw .fatal("node \(node.name): timed out trying to allocate devices")
    }
  }

  /// A claim that can only be served with too many devices is not a reason to try no other devices
  /// for the claims before it: an alternative of theirs may leave one that needs fewer.
  private mutating func placeNextClaim(
    after position: Position
  ) throws(AllocationFailure) -> Outcome {
    let outcome = try place(
      position.next { $0 = Position(claim: position.claim + 1, depth: $0.depth) })
    if case .tooMany = outcome { return .exhausted }
    return outcome
  }

  private mutating func placeAlternatives(
    _ count: Int, at position: Position
  ) throws(AllocationFailure) -> Outcome {
    var allTooMany = true
    for index in 0..<count {
      switch try place(position.next { $0.alternative = index }) {
      case .found: return .found
      case .exhausted: allTooMany = false
      case .tooMany: continue
      }
    }
    return allTooMany ? .tooMany : .exhausted
  }

  /// A request of all devices has no choice: it gets the next one, or there is no solution.
  private mutating func placeOneOfAll(
    _ asked: DeviceRequestPlan.Alternative, at position: Position
  ) throws(AllocationFailure) -> Outcome {
    let location = asked.all[position.device]
    guard try pick(location, for: asked, at: position, failing: .withError) else {
      return .exhausted
    }
    let outcome = try place(position.next { $0.device = position.device + 1 })
    if case .found = outcome { return .found }
    unpick(location, for: asked, at: position)
    return outcome
  }

  /// Combinations only, not permutations: the next device of the same request is behind this one.
  private mutating func placeAny(
    _ asked: DeviceRequestPlan.Alternative, at position: Position, from start: DeviceLocation
  ) throws(AllocationFailure) -> Outcome {
    var location = start
    while let candidate = candidate(from: location) {
      location = candidate
      location.device += 1
      guard try isCandidate(candidate, for: asked, at: position),
        try pick(candidate, for: asked, at: position, failing: .silently)
      else { continue }
      let outcome = try place(position.next { $0.device = position.device + 1 }, from: location)
      if case .found = outcome { return .found }
      unpick(candidate, for: asked, at: position)
      if case .tooMany = outcome { return .tooMany }
    }
    return .exhausted
  }

  /// The first device at or behind `location` that a usable pool has.
  private func candidate(from location: DeviceLocation) -> DeviceLocation? {
    var location = location
    while location.pool < pools.count {
      let pool = pools[location.pool]
      if case .usable = pool.state, location.slice < pool.slices.count {
        if location.device < catalog.devices[pool.slices[location.slice]].count { return location }
        (location.slice, location.device) = (location.slice + 1, 0)
      } else {
        location = DeviceLocation(pool: location.pool + 1)
      }
    }
    return nil
  }
}
