import KubernetesModel

/// How the labels of `spec.nodeSelector` stand among the nodes.
struct LabelChoices: Sendable {
  /// `KEY=VALUE` of each label that no node carries.
  var missing: [String] = []
  /// What nodes carry under the keys of those labels: `KEY=VALUE (NODE, …)`.
  var offered: [String] = []

  init(of selector: [String: String], among nodes: [Node]) {
    for (key, value) in selector.sorted(by: { $0.key < $1.key })
    where !nodes.contains(where: { $0.metadata.labels[key] == value }) {
      missing.append("\(key)=\(value)")
      offered += Self.values(of: key, among: nodes)
    }
  }

  private static func values(of key: String, among nodes: [Node]) -> [String] {
    var names: [String: [String]] = [:]
    for node in nodes {
      if let value = node.metadata.labels[key] {
        names[value, default: []].append(node.metadata.name)
      }
    }
    return names.sorted { $0.key < $1.key }.map { value, names in
      "\(key)=\(value) (\(names.prefix(3).joined(separator: ", "))\(names.count > 3 ? ", …" : ""))"
    }
  }
}
