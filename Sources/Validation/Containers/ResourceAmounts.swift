import KubernetesModel

/// The amounts of a list of resources, sorted by name and rounded as the API server keeps them.
struct ResourceAmounts {
  struct Entry {
    let name: String
    let quantity: Quantity
    let field: Field
  }

  private(set) var entries: [Entry] = []

  init() {}

  /// The amounts that a field lists.
  init(_ field: Field) {
    guard field.isPresent else { return }
    for (name, value) in field.entries {
      let quantity = value.quantity ?? .zero
      entries.append(
        Entry(name: name, quantity: quantity.rounded(toScale: -3), field: value))
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// Whether there is an amount of a resource whose name passes a test.
  func has(_ test: (String) -> Bool) -> Bool { entries.contains { test($0.name) } }

  subscript(_ name: String) -> Quantity? { entries.first { $0.name == name }?.quantity }

  /// Adds the amounts of the others that are not here, under a path of their own.
  mutating func fill(from others: ResourceAmounts, as field: Field, where keep: (String) -> Bool) {
    for other in others.entries where self[other.name] == nil && keep(other.name) {
      set(other.name, to: other.quantity, at: other.field.shown(as: field.keyed(other.name)))
    }
  }

  mutating func set(_ name: String, to quantity: Quantity, at field: Field) {
    entries.removeAll { $0.name == name }
    let position =
      entries.firstIndex { name.utf8.lexicographicallyPrecedes($0.name.utf8) } ?? entries.count
    entries.insert(Entry(name: name, quantity: quantity, field: field), at: position)
  }

  /// Adds up amounts; those of resources that are only in one stay as they are.
  mutating func add(_ others: ResourceAmounts) {
    for other in others.entries {
      let sum = self[other.name].map { $0 + other.quantity } ?? other.quantity
      set(other.name, to: sum, at: other.field)
    }
  }

  /// Raises amounts to those of the others.
  mutating func raise(to others: ResourceAmounts) {
    for other in others.entries {
      if let own = self[other.name], !(own < other.quantity) { continue }
      set(other.name, to: other.quantity, at: other.field)
    }
  }
}

extension ResourceAmounts {
  /// What the containers of a pod ask for together, while it starts or when it runs.
  init(together spec: Field, _ amounts: (Field) -> ResourceAmounts) {
    self.init()
    for container in spec["containers"].elements { add(amounts(container)) }
    var sidecars = ResourceAmounts()
    var start = ResourceAmounts()
    for container in spec["initContainers"].elements {
      var current = amounts(container)
      if container["restartPolicy"].text == "Always" {
        add(current)
        sidecars.add(current)
        start.raise(to: sidecars)
      } else {
        current.add(sidecars)
        start.raise(to: current)
      }
    }
    raise(to: start)
  }
}
