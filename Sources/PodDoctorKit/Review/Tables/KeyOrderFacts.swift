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

  /// How many collections are looked at; aliases can make a small document a large one.
  private static let limit = 100_000

  /// One for each mapping of the manifest that is in disorder, in the order of the document.
  static func all(of manifest: Manifest) -> [FactObject] {
    if manifest.node.hasOrderedKeys { return [] }
    var walk = Walk(manifest: manifest)
    walk.visit(manifest.node)
    return walk.facts
  }

  /// A walk through a manifest that knows where it is.
  private struct Walk {
    let manifest: Manifest
    var facts: [FactObject] = []
    private var path: [FieldPath.Step] = []
    private var count = 0

    init(manifest: Manifest) {
      self.manifest = manifest
    }

    mutating func visit(_ node: YAMLNode) {
      guard count < limit else { return }
      count += 1
      note(node)
      for (index, element) in node.elements.enumerated() where !element.isScalar {
        visit(element, at: .index(index))
      }
      for entry in node.entries where !entry.value.isScalar {
        visit(entry.value, at: .key(entry.key))
      }
    }

    private mutating func visit(_ child: YAMLNode, at step: FieldPath.Step) {
      path.append(step)
      visit(child)
      path.removeLast()
    }

    private mutating func note(_ node: YAMLNode) {
      guard let base = disorder(in: node) else { return }
      let origin = Origin(
        manifest.reference, root: manifest.node, node: node[base.key],
        path: FieldPath(path + [.key(base.key)]))
      facts.append(FactObject(base, table, origin: origin))
    }
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
