/// The keys of a map whose values are secret, binary or of no use to a diagnosis; sorted.
package struct KeyNames: FieldValue {
  package var keys: [String] = []

  package init(_ keys: [String] = []) {
    self.keys = keys.sorted()
  }

  package static var absent: KeyNames { KeyNames() }

  /// Whether the map has an entry of this name.
  package func contains(_ key: String) -> Bool { keys.contains(key) }
}

extension Secret {
  /// All keys of the secret, as it was stored or as a manifest writes it.
  package var keys: KeyNames {
    KeyNames(Array(Set(data.keys).union(stringData.keys)))
  }
}
