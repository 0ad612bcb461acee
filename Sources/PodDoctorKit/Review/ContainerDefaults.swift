import KubernetesModel

/// What the LimitRanges of a namespace give to containers that state no requests or limits.
struct ContainerDefaults: Sendable {
  private(set) var requests = ResourceList()
  private(set) var limits = ResourceList()

  /// Takes over the defaults of a LimitRange where no other has given any.
  mutating func add(_ range: LimitRange) {
    for item in range.spec.limits where item.type == "Container" {
      // The API server completes what a LimitRange leaves out in this order.
      var limits = item.default
      limits.complete(from: item.max)
      var requests = item.defaultRequest
      requests.complete(from: limits)
      requests.complete(from: item.min)
      self.limits.complete(from: limits)
      self.requests.complete(from: requests)
    }
  }
}
