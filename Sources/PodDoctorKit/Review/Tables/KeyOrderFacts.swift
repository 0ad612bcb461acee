import CEL
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a mapping whose keys are not in order.
enum KeyOrderFacts {
  /// The first key of a mapping that stands too late, and the key before it.
  struct Base: Sendable {
    var key: String
    var after: String
  }

  private static let table = FactTable<Base>([
    "key": { .string($0.key) },
    "after": { .string($0.after) },
  ])

  /// How many nodes are looked at; aliases can make a small document a large one.
  private static let limit = 100_000

  /// One for each mapping of the manifest that is in disorder, in the order of the document.
  static func all(of manifest: Manifest) -> [FactObject] {
    var facts: [FactObject] = []
    var rest = [(node: manifest.node, path: FieldPath())]
    var count = 0
    while let (node, path) = rest.popLast(), count < limit {
      count += 1
      if let base = disorder(in: node) {
        let origin = Origin(
          manifest.reference, root: manifest.node, node: node[base.key],
          path: path.appending(key: base.key))
        facts.append(FactObject(base, table, origin: origin))
      }
      rest += children(of: node, at: path).reversed()
    }
    return facts
  }

  private static func children(
    of node: YAMLNode, at path: FieldPath
  ) -> [(node: YAMLNode, path: FieldPath)] {
    node.elements.enumerated().map { ($1, path.appending(index: $0)) }
      + node.entries.map { ($0.value, path.appending(key: $0.key)) }
  }

  private static func disorder(in node: YAMLNode) -> Base? {
    var previous: String?
    for entry in node.entries {
      if let previous, entry.key.utf8.lexicographicallyPrecedes(previous.utf8) {
        return Base(key: entry.key, after: previous)
      }
      previous = entry.key
    }
    return nil
  }
}
