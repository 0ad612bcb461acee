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
    var node = self
    let last = path.steps.count - 1
    for (position, step) in path.steps.enumerated() {
      guard let child = node.child(step) else { break }
      if position == last, case .key(let key) = step { return node.mark(ofKey: key) ?? child.mark }
      node = child
    }
    return node.mark
  }

  /// Of the children that begin at or before a place the one that begins last, and the step to it.
  package func lastChild(notAfter mark: Mark) -> (step: FieldPath.Step, child: YAMLNode)? {
    guard record.isCollection else { return nil }
    let end = record.first
    var cursor = index &+ 1
    var position = 0
    var last: (cursor: UInt32, position: Int, child: YAMLNode)?
    while cursor < end {
      let value = isMapping ? document.next(after: cursor) : cursor
      let child = YAMLNode(in: document, at: value)
      if child.mark <= mark, last.map({ $0.child.mark < child.mark }) ?? true {
        last = (cursor, position, child)
      }
      cursor = document.next(after: value)
      position += 1
    }
    return last.map { last in
      guard isMapping else { return (.index(last.position), last.child) }
      let key = document.nodes[Int(document.resolve(last.cursor))]
      return (.key(document.string(of: key)), last.child)
    }
  }

  private func child(_ step: FieldPath.Step) -> YAMLNode? {
    switch step {
    case .key(let key): self[key]
    case .index(let position): self[position]
    }
  }
}
