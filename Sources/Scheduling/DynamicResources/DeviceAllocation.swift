package import KubernetesModel

/// The devices that one claim gets on one node, as the claim's status would list them.
package struct DeviceAllocation: Hashable, Sendable {
  /// One device, and the request that it satisfies.
  package struct Result: Hashable, Sendable {
    /// The request's name, or `request/subrequest`.
    package var request: String
    package var device: DeviceID
    package var adminAccess: Bool
    /// Whether other claims may use the rest of the device.
    package var isShared: Bool
    package var consumedCapacity: [String: Quantity]
  }

  package var results: [Result]

  package init(results: [Result]) {
    self.results = results
  }
}
