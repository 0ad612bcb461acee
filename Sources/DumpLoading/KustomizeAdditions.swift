import YAML

/// What patches and generators of kustomizations add to objects that others refer to.
struct KustomizeAdditions {
  private static let generators = ["configMapGenerator": "ConfigMap", "secretGenerator": "Secret"]

  private var ports: Set<String> = []
  private var data: Set<String> = []

  init() {}

  init(of kustomizations: [YAMLNode], patches: [DumpSource]) {
    for node in kustomizations {
      for (key, kind) in Self.generators { addGenerated(node[key], as: kind) }
      addInlinePatches(of: node)
    }
    for source in patches {
      guard let bytes = try? source.bytes() else { continue }
      addPatches(in: bytes)
    }
  }

  /// What of it is missing before kustomize has run.
  var completions: Set<KustomizeCompletion> {
    var completions: Set<KustomizeCompletion> = []
    if !ports.isEmpty { completions.insert(.ports(ports)) }
    if !data.isEmpty { completions.insert(.data(data)) }
    return completions
  }

  private mutating func addGenerated(_ list: YAMLNode?, as kind: String) {
    for entry in list?.elements.map({ $0 }) ?? [] {
      if let name = entry["name"]?.string { data.insert("\(kind) \(name)") }
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
