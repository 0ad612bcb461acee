import KubernetesModel
import YAML

/// Finds where something that is stated differs from what there is; what is left out does not count.
struct StatedDifference {
  /// Lists of amounts, which may be written in several ways.
  private static let amounts: Set<String> = [
    "requests", "limits", "capacity", "sizeLimit", "divisor",
  ]

  /// The fields, without positions of lists, that may differ.
  private let free: Set<String>

  /// The path of the first field of `new` that `old` does not have so; nil when there is none.
  static func between(
    _ new: some APIStruct, _ old: some APIStruct, at path: String, besides free: Set<String> = []
  ) -> String? {
    guard let new = tree(of: new), let old = tree(of: old) else { return nil }
    return StatedDifference(free: free).between(new, old, at: path, shape: "", inAmounts: false)
  }

  private static func tree(of value: some APIStruct) -> YAMLNode? {
    DocumentReader().read(value.encoded(), file: "").documents.first?.root
  }

  private func between(
    _ new: YAMLNode, _ old: YAMLNode, at path: String, shape: String, inAmounts: Bool
  ) -> String? {
    switch new.kind {
    case .scalar:
      return isSame(new, old, inAmounts) ? nil : path
    case .mapping:
      for (key, _, value) in new.entries {
        let shape = shape.isEmpty ? key : "\(shape).\(key)"
        guard !free.contains(shape) else { continue }
        let inside = path.isEmpty ? key : "\(path).\(key)"
        guard let other = old[key] else {
          if value.isScalar || !value.isEmptyCollection { return inside }
          continue
        }
        let counted = inAmounts || Self.amounts.contains(key)
        if let found = between(value, other, at: inside, shape: shape, inAmounts: counted) {
          return found
        }
      }
      return nil
    case .sequence: return between(lists: new, old, at: path, shape: shape)
    }
  }

  private func between(
    lists new: YAMLNode, _ old: YAMLNode, at path: String, shape: String
  ) -> String? {
    let others = Array(old.elements)
    let names = others.map { $0["name"]?.string }
    for (index, element) in new.elements.enumerated() {
      let name = element["name"]?.string
      // Lists of named things are merged by name, so that others may stand among them.
      let position = name == nil ? index : names.firstIndex(of: name)
      guard let position, position < others.count else { return "\(path)[\(index)]" }
      let found = between(
        element, others[position], at: "\(path)[\(index)]", shape: shape, inAmounts: false)
      if let found { return found }
    }
    return nil
  }

  private func isSame(_ new: YAMLNode, _ old: YAMLNode, _ inAmounts: Bool) -> Bool {
    guard old.isScalar else { return false }
    if new.text == old.text { return true }
    guard inAmounts, let one = try? Quantity(new.text), let other = try? Quantity(old.text) else {
      return false
    }
    return one == other
  }
}

extension YAMLNode {
  fileprivate var isEmptyCollection: Bool {
    isSequence ? elements.isEmpty : entries.isEmpty
  }
}
