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
    let keys = others.map(\.mergeKey)
    for (index, element) in new.elements.enumerated() {
      let key = element.mergeKey
      // Such lists are merged by their keys, so that others may stand among them.
      let position = key == nil ? index : keys.firstIndex(of: key)
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
  /// What tells the elements of a list apart when they are merged; nil where they go by their place.
  fileprivate var mergeKey: String? {
    if let path = self["mountPath"] { return path.text }
    if let port = self["containerPort"] {
      return "\(port.text)/\(self["protocol"]?.string ?? "TCP")"
    }
    return self["name"]?.string
  }

  fileprivate var isEmptyCollection: Bool {
    isSequence ? elements.isEmpty : entries.isEmpty
  }
}
