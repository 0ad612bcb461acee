import KubernetesModel

/// Finds the pools that a node can take devices from.
struct DevicePools {
  private let catalog: SliceCatalog
  private let node: DeviceNode

  /// The pools in the order in which devices are tried: by driver and pool name, those whose devices
  /// need binding conditions last.
  static func reachable(
    from node: DeviceNode, in catalog: SliceCatalog
  ) -> [DevicePool] {
    let pools = DevicePools(catalog: catalog, node: node)
    let found = pools.newestSlices().compactMap(pools.pool)
    let (now, later) = (found.filter { !pools.needsBinding($0) }, found.filter(pools.needsBinding))
    return now.sorted { $0.id < $1.id } + later.sorted { $0.id < $1.id }
  }

  /// The relevant slices of each pool's newest generation among them.
  private func newestSlices() -> [PoolID: [Int]] {
    var pools: [PoolID: [Int]] = [:]
    for index in catalog.slices(near: node.name) where isRelevant(catalog.slices[index]) {
      let slice = catalog.slices[index]
      let generation = pools[slice.poolID]?.first.map { catalog.slices[$0].spec.pool.generation }
      guard let generation, slice.spec.pool.generation <= generation else {
        pools[slice.poolID] = [index]
        continue
      }
      if slice.spec.pool.generation == generation { pools[slice.poolID]?.append(index) }
    }
    return pools
  }

  private func isRelevant(_ slice: ResourceSlice) -> Bool {
    let spec = slice.spec
    if !spec.sharedCounters.isEmpty { return true }
    if spec.nodeName?.isEmpty == false || spec.allNodes == true || spec.nodeSelector != nil {
      return node.matches(name: spec.nodeName, all: spec.allNodes, selector: spec.nodeSelector)
    }
    guard spec.perDeviceNodeSelection == true else { return false }
    return spec.devices.contains {
      node.matches(name: $0.nodeName, all: $0.allNodes, selector: $0.nodeSelector)
    }
  }

  /// Nil when the driver is replacing this generation by one that does not concern the node.
  private func pool(_ id: PoolID, _ slices: [Int]) -> DevicePool? {
    guard let first = slices.first.map({ catalog.slices[$0].spec.pool }) else { return nil }
    if Int64(slices.count) == first.resourceSliceCount {
      return build(id, slices, of: slices)
    }
    guard let all = catalog.slices(of: id, generation: first.generation) else { return nil }
    guard Int64(all.count) == first.resourceSliceCount else {
      return DevicePool(id: id, state: .incomplete)
    }
    return build(id, slices, of: all)
  }

  private func build(_ id: PoolID, _ slices: [Int], of all: [Int]) -> DevicePool {
    let sorted = slices.sorted()
    let withDevices = sorted.filter { catalog.slices[$0].spec.sharedCounters.isEmpty }
    let invalid = DevicePool(id: id, state: .invalid)
    let names = withDevices.flatMap { catalog.slices[$0].spec.devices.map(\.name) }
    guard Set(names).count == names.count, let counters = counterSets(of: sorted) else {
      return invalid
    }
    let others = all.filter { !slices.contains($0) }
    guard (sorted + others).allSatisfy({ consumesOnly(counters, $0) }) else { return invalid }
    return DevicePool(
      id: id, state: .usable, slices: withDevices, otherSlices: others, counters: counters)
  }

  /// Nil when two counter sets have one name.
  private func counterSets(of indices: [Int]) -> [String: [String: Quantity]]? {
    var sets: [String: [String: Quantity]] = [:]
    for set in indices.flatMap({ catalog.slices[$0].spec.sharedCounters }) {
      guard sets[set.name] == nil else { return nil }
      sets[set.name] = set.counters.mapValues(\.value)
    }
    return sets
  }

  private func consumesOnly(_ counters: [String: [String: Quantity]], _ slice: Int) -> Bool {
    catalog.slices[slice].spec.devices.allSatisfy { device in
      device.consumesCounters.allSatisfy { consumption in
        guard let set = counters[consumption.counterSet] else { return false }
        return consumption.counters.keys.allSatisfy { set[$0] != nil }
      }
    }
  }

  private func needsBinding(_ pool: DevicePool) -> Bool {
    pool.slices.contains { index in
      catalog.slices[index].spec.devices.contains { !$0.bindingConditions.isEmpty }
    }
  }
}
