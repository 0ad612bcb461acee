import KubernetesModel
import YAML

/// Finds the places of segments in an object by the names of its fields: what a segment is missing from must have room
/// for it.
struct FragmentAssembly {
  /// Each segment stands in the one before it.
  let segments: [FragmentSegment]

  /// Fields that a segment most likely is of where it could be of several.
  private static let usual = [
    "containers", "containerStatuses", "lastState", "state", "metadata", "spec", "status",
  ]

  /// The outermost segment as a value of this shape, with as many of the others as have one place in it.
  func tree(as shape: FieldShape) -> FragmentTree? { tree(0, as: shape) }

  private func tree(_ level: Int, as shape: FieldShape) -> FragmentTree? {
    let segment = segments[level]
    guard Self.fits(segment, shape) else { return nil }
    switch shape {
    case .structure(let fields): return mapping(level, of: fields)
    case .list(let element) where segment.isSequence: return sequence(level, of: element)
    case .list(let element):
      return tree(level, as: element).map { .sequence([$0], at: segment.mark) }
    default: return nil
    }
  }

  private func mapping(_ level: Int, of fields: [String: FieldShape]) -> FragmentTree {
    let segment = segments[level]
    var entries = segment.entries.map {
      FragmentTree.Entry(key: $0.key, mark: $0.mark, value: .whole($0.value))
    }
    if segments.indices.contains(level + 1),
      let field = field(of: segments[level + 1], beside: segment, among: fields),
      let shape = fields[field], let child = tree(level + 1, as: shape)
    {
      entries.insert(FragmentTree.Entry(key: field, mark: child.mark, value: child), at: 0)
    }
    return .mapping(entries, at: segment.mark)
  }

  private func sequence(_ level: Int, of element: FieldShape) -> FragmentTree {
    let segment = segments[level]
    let torn = segments.indices.contains(level + 1) ? tree(level + 1, as: element) : nil
    let elements = segment.elements.map { FragmentTree.whole($0) }
    return .sequence((torn.map { [$0] } ?? []) + elements, at: torn?.mark ?? segment.mark)
  }

  /// The field that a segment is the value of; nil when that is not certain.
  private func field(
    of inner: FragmentSegment, beside segment: FragmentSegment, among fields: [String: FieldShape]
  ) -> String? {
    let first = segment.isSorted ? segment.entries.first?.key : nil
    let possible = fields.filter { name, shape in
      segment[name] == nil && first.map { name < $0 } ?? true && Self.fits(inner, shape)
    }
    if possible.count == 1 { return possible.keys.first }
    return Self.usual.first { possible[$0] != nil }
  }

  private static func fits(_ segment: FragmentSegment, _ shape: FieldShape) -> Bool {
    switch shape {
    case .structure(let fields):
      !segment.isSequence && !segment.entries.isEmpty && segment.fits(fields.keys)
    case .list(.structure(let fields)) where segment.isSequence:
      !segment.elements.isEmpty && segment.fits(fields.keys)
    // One key alone may be that of anything.
    case .list(.structure(let fields)): segment.entries.count > 1 && segment.fits(fields.keys)
    default: false
    }
  }
}
