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
      guard let (step, child) = last(before: node.mark, in: current), steps.count < 200 else {
        return FieldPath()
      }
      steps.append(step)
      current = child
    }
    return FieldPath(steps)
  }

  /// The last child that begins at or before `mark`.
  private static func last(
    before mark: Mark, in node: YAMLNode
  ) -> (FieldPath.Step, YAMLNode)? {
    switch node.kind {
    case .scalar: return nil
    case .mapping:
      let entry = node.entries.filter { $0.value.mark <= mark }.max {
        $0.value.mark < $1.value.mark
      }
      return entry.map { (.key($0.key), $0.value) }
    case .sequence:
      let element = node.elements.enumerated().filter { $0.element.mark <= mark }
        .max { $0.element.mark < $1.element.mark }
      return element.map { (.index($0.offset), $0.element) }
    }
  }
}
