import KubernetesModel

/// The counters of partitionable devices while devices are picked.
///
/// As in kube-scheduler 1.36 the pool's name alone is the key: pools of one name share one ledger,
/// even when they belong to different drivers.
struct CounterLedger {
  private typealias Sets = [String: [String: Quantity]]

  private var available: [String: Sets] = [:]
  private var consumed: [String: Sets] = [:]

  func knows(pool: String) -> Bool { available[pool] != nil }

  /// States what a pool has left after the devices that are allocated already.
  mutating func open(
    pool: String, counters: [String: [String: Quantity]], allocated: some Sequence<Device>
  ) {
    var left = counters
    for use in allocated.lazy.flatMap(\.consumesCounters) {
      for (name, counter) in use.counters {
        guard let before = left[use.counterSet]?[name] else { continue }
        left[use.counterSet]?[name] = before - counter.value
      }
    }
    available[pool] = left
  }

  /// Whether the counters that `device` consumes are there; if so, they are taken.
  mutating func take(for device: Device, pool: String) -> Bool {
    for use in device.consumesCounters {
      let amounts = use.counters.mapValues(\.value)
      consumed[pool, default: [:]][use.counterSet, default: [:]].add(amounts)
    }
    guard !isOverdrawn(pool) else {
      giveBack(for: device, pool: pool)
      return false
    }
    return true
  }

  /// Takes back one successful ``take(for:pool:)``.
  mutating func giveBack(for device: Device, pool: String) {
    for use in device.consumesCounters {
      consumed[pool]?[use.counterSet]?.subtract(use.counters.mapValues(\.value))
    }
  }

  private func isOverdrawn(_ pool: String) -> Bool {
    (available[pool] ?? [:]).contains { set, counters in
      counters.contains { name, left in
        left < (consumed[pool]?[set]?[name] ?? .zero)
      }
    }
  }
}
