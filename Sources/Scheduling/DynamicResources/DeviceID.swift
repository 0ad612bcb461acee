/// Identifies one device in the cluster, as a ResourceClaim's allocation names it.
package struct DeviceID: Hashable, Sendable, CustomStringConvertible {
  package var driver: String
  package var pool: String
  package var device: String

  package init(driver: String, pool: String, device: String) {
    self.driver = driver
    self.pool = pool
    self.device = device
  }

  package var description: String { "\(driver)/\(pool)/\(device)" }
}

/// Identifies a resource pool: all slices that a driver publishes under one pool name.
struct PoolID: Hashable, Sendable, Comparable, CustomStringConvertible {
  var driver: String
  var pool: String

  var description: String { "\(driver)/\(pool)" }

  static func < (one: PoolID, other: PoolID) -> Bool {
    one.driver == other.driver
      ? one.pool.utf8.lexicographicallyPrecedes(other.pool.utf8)
      : one.driver.utf8.lexicographicallyPrecedes(other.driver.utf8)
  }
}
