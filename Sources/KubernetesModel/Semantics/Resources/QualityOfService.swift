/// How kubelet treats a pod when a node runs short.
package enum QualityOfService: String, Sendable, CaseIterable {
  /// Every container has limits for CPU and memory, and requests as much.
  case guaranteed = "Guaranteed"
  /// Something is requested or limited.
  case burstable = "Burstable"
  /// Nothing is requested or limited; evicted first.
  case bestEffort = "BestEffort"
}

extension Pod {
  /// The class that follows from the pod's requests and limits, whatever its status says.
  package var qualityOfService: QualityOfService {
    var sums = QualitySums()
    if let own = spec.resources {
      sums.requests.addPositive(own.requests)
      sums.add(limits: own.limits)
    } else {
      for container in spec.containers + spec.initContainers {
        sums.requests.addPositive(container.resources.requests)
        sums.add(limits: container.resources.limits)
      }
    }
    return sums.quality
  }
}

/// What a pod requests and may use of CPU and memory.
private struct QualitySums {
  var requests = ResourceList()
  private var limits = ResourceList()
  private var isLimitedThroughout = true

  mutating func add(limits list: ResourceList) {
    limits.addPositive(list)
    for name in [ResourceName.cpu, ResourceName.memory] where (list[name]?.sign ?? 0) <= 0 {
      isLimitedThroughout = false
    }
  }

  var quality: QualityOfService {
    if requests.isEmpty, limits.isEmpty { return .bestEffort }
    let isEqual = requests.allSatisfy { limits[$0.key] == $0.value }
    let isGuaranteed = isLimitedThroughout && isEqual && requests.count == limits.count
    return isGuaranteed ? .guaranteed : .burstable
  }
}

extension ResourceList {
  fileprivate mutating func addPositive(_ other: ResourceList) {
    for name in [ResourceName.cpu, ResourceName.memory] {
      guard let amount = other[name], amount.sign > 0 else { continue }
      self[name] = self[name].map { $0 + amount } ?? amount
    }
  }
}
