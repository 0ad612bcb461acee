import KubernetesModel

/// A node as slices and devices choose it.
struct DeviceNode {
  let name: String
  let labels: [String: String]

  init(_ node: Node) {
    name = node.metadata.name
    labels = node.metadata.labels
  }

  /// Whether a slice's or device's choice of nodes includes this one: a name wins over all, and all
  /// over a selector.
  func matches(name: String?, all: Bool?, selector: NodeSelector?) -> Bool {
    if let name, !name.isEmpty { return name == self.name }
    if all == true { return true }
    return selector?.selects(labels: labels, name: self.name) ?? false
  }
}

extension NodeSelector {
  /// Whether a node is selected; a selector that is not valid selects none.
  func selects(labels: [String: String], name: String) -> Bool {
    (try? NodeMatcher(self).matches(labels: labels, name: name)) ?? false
  }
}
