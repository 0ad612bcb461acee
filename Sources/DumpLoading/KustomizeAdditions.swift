import YAML

/// What patches and generators of a kustomization add to objects that others refer to.
struct KustomizeAdditions {
  private static let generators = ["configMapGenerator": "ConfigMap", "secretGenerator": "Secret"]

  /// Ports of containers, by their names and numbers.
  private(set) var ports: Set<String> = []
  /// ConfigMaps and Secrets that get keys, by kind and name.
  private(set) var data: Set<String> = []
  /// Those generated that keep their names, so that what is built elsewhere can refer to them too.
  private(set) var named: Set<String> = []

  init(of node: YAMLNode, patches: [DumpSource]) {
    let keepsNames = Self.keepsNames(node["generatorOptions"])
    for (key, kind) in Self.generators { addGenerated(node[key], as: kind, keepsNames) }
    addInlinePatches(of: node)
    for source in patches {
      guard let bytes = try? source.bytes() else { continue }
      addPatches(in: bytes)
    }
  }

  /// Whether options take away the suffix that only kustomize writes into references.
  private static func keepsNames(_ options: YAMLNode?) -> Bool {
    options?["disableNameSuffixHash"]?.bool ?? false
  }

  private mutating func addGenerated(
    _ list: YAMLNode?, as kind: String, _ keepsNames: Bool
  ) {
    for entry in list?.elements.map({ $0 }) ?? [] {
      guard let name = entry["name"]?.string else { continue }
      data.insert("\(kind) \(name)")
      if keepsNames || Self.keepsNames(entry["options"]) { named.insert("\(kind) \(name)") }
    }
  }

  private mutating func addInlinePatches(of node: YAMLNode) {
    let keys = ["patches", "patchesJson6902", "patchesStrategicMerge"]
    for entry in keys.flatMap({ node[$0]?.elements.map { $0 } ?? [] }) {
      guard let text = entry.string ?? entry["patch"]?.string, text.contains("\n") else { continue }
      addPatches(in: Array(text.utf8))
    }
  }

  private mutating func addPatches(in bytes: [UInt8]) {
    for document in YAML.DocumentReader().read(bytes, file: "").documents {
      let root = document.root
      if let kind = root["kind"]?.string, Self.generators.values.contains(kind),
        let name = root["metadata"]?["name"]?.string
      {
        data.insert("\(kind) \(name)")
      }
      addPorts(below: root)
    }
  }

  /// Adds every port of a container, wherever in a patch it stands.
  private mutating func addPorts(below node: YAMLNode) {
    var walk = TreeWalk(node)
    while let step = walk.next() {
      guard case .openMapping(let node) = step, let port = node["containerPort"] else { continue }
      ports.insert(port.text)
      if let name = node["name"]?.string { ports.insert(name) }
    }
  }
}
