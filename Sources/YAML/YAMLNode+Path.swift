package import Provenance

extension YAMLNode {
  /// The node at a path below this one; nil when any step of it is absent.
  package func node(at path: FieldPath) -> YAMLNode? {
    let (node, rest) = deepestNode(at: path)
    return rest.steps.isEmpty ? node : nil
  }

  /// Follows a path as far as it goes, for pointing at the nearest thing that is there.
  ///
  /// - Returns: The deepest node that exists, and the steps that were left.
  package func deepestNode(at path: FieldPath) -> (node: YAMLNode, rest: FieldPath) {
    var node = self
    for (position, step) in path.steps.enumerated() {
      guard let child = node.child(step) else {
        return (node, FieldPath(Array(path.steps[position...])))
      }
      node = child
    }
    return (node, FieldPath())
  }

  /// Where a path stands: the key of its last step where that is there, else the deepest node.
  package func mark(at path: FieldPath) -> Mark {
    let (node, rest) = deepestNode(at: path)
    guard rest.steps.isEmpty, case .key(let key)? = path.steps.last else { return node.mark }
    let parent = deepestNode(at: FieldPath(Array(path.steps.dropLast()))).node
    return parent.mark(ofKey: key) ?? node.mark
  }

  private func child(_ step: FieldPath.Step) -> YAMLNode? {
    switch step {
    case .key(let key): self[key]
    case .index(let position): self[position]
    }
  }
}
