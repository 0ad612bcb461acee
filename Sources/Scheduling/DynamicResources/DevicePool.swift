import KubernetesModel

/// A resource pool as one node sees it.
struct DevicePool {
  /// Whether the pool can be allocated from.
  enum State {
    case usable
    /// Not all of its slices are published yet.
    case incomplete
    /// Its slices contradict each other.
    case invalid
  }

  var id: PoolID
  var state: State
  /// Positions in the catalogue of the slices whose devices the node can use, by name.
  var slices: [Int] = []
  /// The pool's other slices, whose devices use up the same counters.
  var otherSlices: [Int] = []
  var counters: [String: [String: Quantity]] = [:]
}

/// All resource slices, with the questions that pools ask about them.
struct SliceCatalog: Sendable {
  /// Every slice, by name.
  let slices: [ResourceSlice]
  /// The identities of each slice's devices.
  let devices: [[DeviceID]]
  private let onNode: [String: [Int]]
  private let elsewhere: [Int]
  private let byPool: [PoolID: [Int]]

  init(_ unsorted: [ResourceSlice]) {
    slices = unsorted.sorted {
      $0.metadata.name.utf8.lexicographicallyPrecedes($1.metadata.name.utf8)
    }
    devices = slices.map { slice in
      slice.spec.devices.map {
        DeviceID(driver: slice.spec.driver, pool: slice.spec.pool.name, device: $0.name)
      }
    }
    var (onNode, elsewhere, byPool) = ([String: [Int]](), [Int](), [PoolID: [Int]]())
    for (index, slice) in slices.enumerated() {
      byPool[slice.poolID, default: []].append(index)
      if let node = slice.spec.nodeName, !node.isEmpty, slice.spec.sharedCounters.isEmpty {
        onNode[node, default: []].append(index)
      } else {
        elsewhere.append(index)
      }
    }
    (self.onNode, self.elsewhere, self.byPool) = (onNode, elsewhere, byPool)
  }

  var isEmpty: Bool { slices.isEmpty }

  /// The slices that may concern a node.
  func slices(near node: String) -> [Int] { (onNode[node] ?? []) + elsewhere }

  /// All slices of a pool's generation, or nil when a newer generation is being published.
  func slices(of pool: PoolID, generation: Int64) -> [Int]? {
    let all = byPool[pool] ?? []
    guard all.allSatisfy({ slices[$0].spec.pool.generation <= generation }) else { return nil }
    return all.filter { slices[$0].spec.pool.generation == generation }
  }
}

extension ResourceSlice {
  var poolID: PoolID { PoolID(driver: spec.driver, pool: spec.pool.name) }
}
