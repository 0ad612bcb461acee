extension ResourceList {
  /// Adds each amount of `other`.
  package mutating func add(_ other: ResourceList) {
    for (name, amount) in other {
      self[name] = self[name].map { $0 + amount } ?? amount
    }
  }

  /// Raises each amount to that of `other` where that is more.
  package mutating func raise(to other: ResourceList) {
    for (name, amount) in other {
      guard let own = self[name], own >= amount else {
        self[name] = amount
        continue
      }
    }
  }

  /// Takes the amounts of `other` for resources that this list does not name.
  package mutating func complete(from other: ResourceList) {
    for (name, amount) in other where self[name] == nil { self[name] = amount }
  }

  /// Each amount in thousandths at the finest, as the API server stores it.
  package mutating func roundToMilli() {
    for name in keys { self[name] = self[name]?.rounded(toScale: -3) }
  }
}
