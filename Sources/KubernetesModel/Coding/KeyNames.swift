import Provenance
package import YAML

/// The keys of a map whose values are secret, binary or of no use to a diagnosis; sorted.
package struct KeyNames: FieldValue {
  package var keys: [String] = []

  package init(_ keys: [String] = []) {
    self.keys = keys.sorted()
  }

  package static var absent: KeyNames { KeyNames() }

  package static var shape: FieldShape { .keys }

  package var isOmittable: Bool { keys.isEmpty }

  package var isNil: Bool { keys.isEmpty }

  /// Whether the map has an entry of this name.
  package func contains(_ key: String) -> Bool { keys.contains(key) }

  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    guard node.kind == .mapping else { return decoder.refuse(node, expecting: "an object") }
    var names: [String] = []
    for (key, _, value) in node.entries {
      names.append(key)
      // Only the type is of interest; the text goes no further.
      var unused = ""
      decoder.read(&unused, from: value, at: .key(key))
    }
    keys = names.sorted()
    return true
  }

  /// Each key with an empty value.
  package func write(to json: inout EncodingVisitor) {
    json.writeObject { json in
      for key in keys {
        json.write(key: key)
        json.write(string: "")
      }
    }
  }
}

extension Secret {
  /// All keys of the secret, as it was stored or as a manifest writes it.
  package var keys: KeyNames {
    KeyNames(Array(Set(data.keys).union(stringData.keys)))
  }
}
