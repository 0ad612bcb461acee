import Provenance
import YAML

/// Finds the path to a node by where it stands, so that values need not carry their paths about.
enum NodePath {
  /// The path from `root` to `node`; empty when `node` does not stand inside `root`, as behind an
  /// alias.
  static func path(to node: YAMLNode, from root: YAMLNode) -> FieldPath {
    var steps: [FieldPath.Step] = []
    var current = root
    while current.mark != node.mark || current.kind != node.kind {
      guard let (step, child) = current.lastChild(notAfter: node.mark), steps.count < 200 else {
        return FieldPath()
      }
      steps.append(step)
      current = child
    }
    return FieldPath(steps)
  }
}
