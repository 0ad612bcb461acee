/// Amounts of resources as the scheduler counts them: kube-scheduler's `framework.Resource`.
package struct PodResources: Hashable, Sendable {
  package var milliCPU: Int64 = 0
  /// In bytes.
  package var memory: Int64 = 0
  /// In bytes.
  package var ephemeralStorage: Int64 = 0
  /// Hugepages, extended resources and the like.
  package var scalars = ScalarResources()

  package init() {}
}

/// Amounts of few named resources, sorted by name symbol.
package struct ScalarResources: Hashable, Sendable {
  /// How much of a resource, by its symbol.
  package struct Amount: Hashable, Sendable {
    package var resource: Symbol
    package var value: Int64
  }

  package private(set) var amounts: [Amount] = []

  package init() {}

  package subscript(resource: Symbol) -> Int64 {
    get {
      for amount in amounts where amount.resource == resource { return amount.value }
      return 0
    }
    set {
      if let index = amounts.firstIndex(where: { $0.resource >= resource }) {
        if amounts[index].resource == resource {
          amounts[index].value = newValue
        } else {
          amounts.insert(Amount(resource: resource, value: newValue), at: index)
        }
      } else {
        amounts.append(Amount(resource: resource, value: newValue))
      }
    }
  }

  package var isEmpty: Bool { amounts.isEmpty }

  package func contains(_ resource: Symbol) -> Bool {
    amounts.contains { $0.resource == resource }
  }

  mutating func add(_ other: ScalarResources, sign: Int64) {
    for amount in other.amounts {
      self[amount.resource] = self[amount.resource] &+ sign &* amount.value
    }
  }
}
